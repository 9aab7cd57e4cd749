package dev.facewright.platform.accounts.web;

import dev.facewright.platform.accounts.AccountId;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.accounts.SignedIn;
import dev.facewright.platform.accounts.TokenHolder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Me")
class MeApi {
    /// @param scopes  of the token; empty for a person, who is bound by roles alone
    record Me(AccountId account, Set<Role> roles, Set<String> scopes) {}

    @GetMapping("/api/v1/me")
    @Operation(summary = "Who you are to the server, and what you may do")
    Me me(Authentication authentication) {
        return switch (authentication.getPrincipal()) {
            case SignedIn person -> new Me(person.account(), person.roles(), Set.of());
            case TokenHolder token -> new Me(token.owner(), token.roles(), token.scopes());
            case null, default -> throw new IllegalStateException("Nobody else gets in");
        };
    }
}
