package dev.facewright.platform.accounts;

/// A principal that routes can be allowed to.
sealed interface RoleHolder permits SignedIn, TokenHolder {
    boolean allows(Route route);
}
