package dev.facewright.platform.accounts;

import dev.facewright.platform.accounts.Route.RoleHolder;
import dev.facewright.platform.kernel.Actor;
import dev.facewright.platform.kernel.CurrentActor;
import java.security.Principal;
import java.util.Set;

/// A service that acts with an API token: no more than its scopes say, and no more than its owner may.
///
/// @param roles  of the account that made the token, as they are now
public record TokenHolder(TokenId token, AccountId owner, Set<Role> roles, Set<String> scopes)
        implements CurrentActor.Principal, RoleHolder, Principal {
    public TokenHolder {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    @Override
    public Actor actor() {
        return new Actor(Actor.Kind.TOKEN, token.toString());
    }

    @Override
    public String getName() {
        return token.toString();
    }

    @Override
    public boolean allows(Route route) {
        return route.roles().stream().anyMatch(roles::contains)
                && switch (route.scope()) {
                    case Route.Scope.None() -> true;
                    case Route.Scope.NoToken() -> false;
                    case Route.Scope.Named(var name) -> scopes.contains(name);
                };
    }
}
