package dev.facewright.platform.accounts;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets people in who know their password.
@Service
class PasswordLogin {
    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final LoginThrottle throttle;
    private final ApplicationEventPublisher events;
    private final String nobodysHash;

    PasswordLogin(
            AccountRepository accounts,
            PasswordEncoder passwords,
            LoginThrottle throttle,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.events = events;
        this.nobodysHash = java.util.Objects.requireNonNull(passwords.encode("nobody"));
    }

    /// Empty if name and password do not belong together or the account is disabled: which of them is not told.
    ///
    /// @throws AccountProblem.TooManyLogins if the account or the address has failed too often
    @Transactional
    public Optional<SignedIn> logIn(String typedName, String password, String address) {
        var username = typedName.strip().toLowerCase(Locale.ROOT);
        throttle.check(username, address);
        var account = accounts.findByUsername(username);
        if (matches(account, password) && account.isPresent() && account.get().enabled()) {
            throttle.succeeded(username);
            events.publishEvent(new AccountEvent.LoggedIn(account.get().id()));
            return account.map(Account::signedIn);
        }
        throttle.failed(username, address);
        events.publishEvent(
                new AccountEvent.LoginFailed(account.map(Account::id).orElse(null)));
        return Optional.empty();
    }

    /// Takes as long for a name nobody has, so that names cannot be found out by the clock.
    private boolean matches(Optional<Account> account, String password) {
        return passwords.matches(password, account.map(Account::passwordHash).orElse(nobodysHash));
    }
}
