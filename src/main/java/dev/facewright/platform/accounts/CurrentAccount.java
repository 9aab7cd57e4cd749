package dev.facewright.platform.accounts;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Tells whose account acts on this thread. A token counts as whoever made it: nobody becomes two people by having one.
@Component
public class CurrentAccount {
    /// Empty where the server acts by itself.
    public Optional<AccountId> get() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case SignedIn person -> Optional.of(person.account());
            case TokenHolder token -> Optional.of(token.owner());
            case null, default -> Optional.empty();
        };
    }
}
