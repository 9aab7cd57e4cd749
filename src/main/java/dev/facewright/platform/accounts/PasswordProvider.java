package dev.facewright.platform.accounts;

import dev.facewright.platform.accounts.AccountProblem.TooManyLogins;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Hands the login form's name and password to `PasswordLogin`.
@Component
class PasswordProvider implements AuthenticationProvider {
    private final PasswordLogin login;

    PasswordProvider(PasswordLogin login) {
        this.login = login;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        try {
            return login.logIn(typed.getName(), String.valueOf(typed.getCredentials()), address(typed))
                    .map(Sessions::authentication)
                    .orElseThrow(() -> new BadCredentialsException("Name and password do not belong together"));
        } catch (TooManyLogins tooMany) {
            throw new Throttled(tooMany);
        }
    }

    private static String address(Authentication typed) {
        return typed.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "unknown";
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /// Carries the refusal through Spring Security, which passes its own exceptions only.
    static final class Throttled extends BadCredentialsException {
        private final TooManyLogins refusal;

        Throttled(TooManyLogins refusal) {
            super("Too many failed logins", refusal);
            this.refusal = refusal;
        }

        TooManyLogins refusal() {
            return refusal;
        }
    }
}
