package dev.facewright.platform.accounts;

import java.time.Instant;
import java.util.Set;

/// An account as administrators see it.
public record AccountView(AccountId id, String username, Set<Role> roles, boolean enabled, Instant createdAt) {}
