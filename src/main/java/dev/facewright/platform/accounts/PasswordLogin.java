package dev.facewright.platform.accounts;

import dev.facewright.platform.accounts.LoginThrottle.Address;
import java.util.Locale;
import java.util.Objects;
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
        this.nobodysHash = Objects.requireNonNull(passwords.encode("nobody"));
    }

    /// Empty if name and password do not belong together or the account is disabled: which of them is not told.
    ///
    /// @throws AccountProblem.TooManyLogins if the address has tried too often
    @Transactional
    public Optional<SignedIn> logIn(String typedName, String password, String from) {
        Address address = Address.of(from);
        String name = name(typedName);
        throttle.attempt(name, address);
        Optional<Account> account = accounts.findByUsername(name);
        if (matches(account, password) && account.isPresent() && account.get().enabled()) {
            throttle.succeeded(name, address);
            events.publishEvent(new AccountEvent.LoggedIn(account.get().id()));
            return account.map(Account::signedIn);
        }
        events.publishEvent(
                new AccountEvent.LoginFailed(account.map(Account::id).orElse(null)));
        return Optional.empty();
    }

    /// What is too long to be a name is nobody's: nothing keeps it or looks for it.
    private static String name(String typed) {
        return typed.length() > NewAccount.MAX_TYPED_NAME ? "" : typed.strip().toLowerCase(Locale.ROOT);
    }

    /// Takes as long for a name nobody has, so that names cannot be found out by the clock. What is longer than any
    /// password is not hashed: that would keep the server busy.
    private boolean matches(Optional<Account> account, String password) {
        String tried = password.length() > NewAccount.MAX_PASSWORD ? "" : password;
        return passwords.matches(tried, account.map(Account::passwordHash).orElse(nobodysHash)) && !tried.isEmpty();
    }
}
