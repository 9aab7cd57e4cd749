package dev.facewright.platform.accounts.web;

import dev.facewright.platform.accounts.NewAccount;
import dev.facewright.platform.accounts.Role;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/// What administrators send about an account that exists.
final class UserForms {
    private UserForms() {}

    record Roles(@NotEmpty Set<Role> roles) {}

    record Password(
            @NotNull @Size(min = NewAccount.MIN_PASSWORD, max = NewAccount.MAX_PASSWORD)
            String password) {
        @Override
        public String toString() {
            return "Password[...]";
        }
    }

    record Enabled(boolean enabled) {}
}
