package dev.facewright.platform.accounts;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/// An account to be made.
///
/// @param username  what the person types to log in
public record NewAccount(
        @NotNull @Pattern(regexp = USERNAME, message = "{accounts.username.form}")
        String username,

        @NotNull @Size(min = MIN_PASSWORD, max = MAX_PASSWORD)
        String password,

        @NotEmpty Set<Role> roles) {
    public static final String USERNAME = "[a-z0-9][a-z0-9._@-]{1,63}";
    /// With room for spaces that slipped in.
    static final int MAX_TYPED_NAME = 100;

    public static final int MIN_PASSWORD = 12;
    /// Hashing takes longer the longer the password is: without a limit a login could be used to keep the server
    /// busy.
    public static final int MAX_PASSWORD = 200;

    public NewAccount {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return "NewAccount[roles=" + roles + "]";
    }
}
