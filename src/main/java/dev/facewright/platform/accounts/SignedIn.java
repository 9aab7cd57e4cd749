package dev.facewright.platform.accounts;

import dev.facewright.platform.accounts.Route.RoleHolder;
import dev.facewright.platform.kernel.Actor;
import dev.facewright.platform.kernel.CurrentActor;
import java.io.Serializable;
import java.security.Principal;
import java.util.Set;

/// A person in a browser session: the principal of the security context.
///
/// @param credentialsVersion  of the password the person logged in with
public record SignedIn(AccountId account, String username, Set<Role> roles, int credentialsVersion)
        implements CurrentActor.Principal, RoleHolder, Principal, Serializable {
    public SignedIn {
        roles = Set.copyOf(roles);
    }

    @Override
    public Actor actor() {
        return new Actor(Actor.Kind.USER, account.toString());
    }

    @Override
    public String getName() {
        return username;
    }

    @Override
    public boolean allows(Route route) {
        return route.roles().stream().anyMatch(roles::contains);
    }
}
