package dev.facewright.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which entries to look for; what is null does not matter.
///
/// @param action  whole, or its beginning up to a dot: `consent` finds `consent.withdrawn`
/// @param actor  id of an account or token, or name of a part of the server
/// @param id  of anything named in the entry
/// @param from  inclusive
/// @param to  exclusive
/// @param kind  looks alone, or everything but looks
public record AuditQuery(
        @Nullable String action,
        @Nullable String actor,
        @Nullable String id,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Kind kind) {
    /// Whether something came of it.
    public enum Kind {
        CHANGES,
        LOOKS
    }

    public AuditQuery(
            @Nullable String action,
            @Nullable String actor,
            @Nullable String id,
            @Nullable Instant from,
            @Nullable Instant to) {
        this(action, actor, id, from, to, null);
    }

    public AuditQuery {
        action = blankToNull(action);
        actor = blankToNull(actor);
        id = blankToNull(id);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
