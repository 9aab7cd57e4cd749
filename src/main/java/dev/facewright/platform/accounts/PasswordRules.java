package dev.facewright.platform.accounts;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.facewright.platform.accounts.AccountProblem.WeakPassword;
import java.util.List;
import org.springframework.stereotype.Component;

/// Which passwords are too easy to guess. Length alone does not tell: `passwordpassword` is long.
///
/// Estimates how many guesses an attacker needs who knows common passwords, names, words, repetitions, sequences and
/// keyboard rows: Wheeler, *zxcvbn: Low-Budget Password Strength Estimation*, USENIX Security 2016. The account's own
/// name counts as common. Fewer than 10^8 guesses are refused, the third of its five steps.
@Component
class PasswordRules {
    private static final int ENOUGH = 3;
    /// The estimate takes longer the longer the password is, by its square; what is strong so far stays strong.
    private static final int LOOKED_AT = 130;

    private final Zxcvbn estimate = new Zxcvbn();

    /// @throws WeakPassword if fewer guesses find it than a password should withstand
    void check(String username, String password) {
        String start = password.length() > LOOKED_AT ? password.substring(0, LOOKED_AT) : password;
        if (estimate.measure(start, List.of(username)).getScore() < ENOUGH) {
            throw new WeakPassword();
        }
    }
}
