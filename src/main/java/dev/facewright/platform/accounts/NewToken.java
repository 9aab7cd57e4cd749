package dev.facewright.platform.accounts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;

/// A token to be made.
///
/// @param name  what it is for, as its owner says it
/// @param scopes  such as `runs:read`
/// @param validDays  until it expires
public record NewToken(
        @NotBlank @Size(max = 100) String name,
        @NotEmpty Set<String> scopes,
        @Min(1) @Max(MAX_DAYS) int validDays) {
    static final int MAX_DAYS = 366;

    public NewToken {
        scopes = scopes == null ? Set.of() : Set.copyOf(scopes);
    }
}
