package dev.facewright.platform.accounts;

import dev.facewright.platform.accounts.Route.RoleHolder;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether somebody who was let in once still would be.
@Component
class Presence {
    private final Accounts accounts;
    private final ApiTokens tokens;

    Presence(Accounts accounts, ApiTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /// @param session  that the person is logged in by; null with a token
    boolean holds(RoleHolder then, Route route, @Nullable HttpSession session) {
        Optional<? extends RoleHolder> now = switch (then) {
            case SignedIn person ->
                accounts.signedIn(person.account())
                        .filter(today -> today.credentialsVersion() == person.credentialsVersion())
                        .filter(today -> lives(session));
            case TokenHolder token -> tokens.holder(token.token());
        };
        return now.filter(today -> today.allows(route)).isPresent();
    }

    /// Logging out makes a session invalid, which can only be seen by asking it something.
    private static boolean lives(@Nullable HttpSession session) {
        try {
            return session != null && session.getCreationTime() > 0;
        } catch (IllegalStateException loggedOut) {
            return false;
        }
    }
}
