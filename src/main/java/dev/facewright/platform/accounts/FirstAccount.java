package dev.facewright.platform.accounts;

import dev.facewright.platform.accounts.AccountProblem.UsernameTaken;
import dev.facewright.platform.accounts.AccountProblem.WeakPassword;
import dev.facewright.platform.kernel.ServerSettings;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/// Makes the account `admin` with every role on the first start.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAccount implements ApplicationRunner {
    static final String USERNAME = "admin";
    private static final int PASSWORD_BYTES = 15;

    private final Accounts accounts;
    private final AccountSettings settings;
    private final ServerSettings server;
    private @Nullable String generatedPassword;

    FirstAccount(Accounts accounts, AccountSettings settings, ServerSettings server) {
        this.accounts = accounts;
        this.settings = settings;
        this.server = server;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!server.role().answersRequests() || !accounts.isEmpty()) {
            return;
        }
        try {
            accounts.create(new NewAccount(USERNAME, password(), EnumSet.allOf(Role.class)));
        } catch (UsernameTaken anotherServerWasFaster) {
            generatedPassword = null; // it is the other's that counts
        } catch (WeakPassword e) {
            throw new IllegalStateException("FACEWRIGHT_ADMIN_PASSWORD is too easy to guess", e);
        }
    }

    private String password() {
        var configured = settings.initialPassword();
        if (configured != null && StringUtils.hasText(configured)) {
            return checked(configured);
        }
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        generatedPassword = Base64.getUrlEncoder().encodeToString(bytes);
        return generatedPassword;
    }

    private static String checked(String password) {
        if (password.length() < NewAccount.MIN_PASSWORD || password.length() > NewAccount.MAX_PASSWORD) {
            throw new IllegalStateException("FACEWRIGHT_ADMIN_PASSWORD must have %d to %d characters"
                    .formatted(NewAccount.MIN_PASSWORD, NewAccount.MAX_PASSWORD));
        }
        return password;
    }

    /// The password made on this start, told once: afterwards it is nowhere but hashed in the database.
    Optional<String> takeGeneratedPassword() {
        var password = Optional.ofNullable(generatedPassword);
        generatedPassword = null;
        return password;
    }
}
