package dev.facewright.platform.sweep;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a sweep found. Null times and words are those of one that has not ended, or ended well.
///
/// @param lookedAt  objects in the store
/// @param objects  objects that nobody knew, deleted
/// @param uploads  uploads in parts that nobody was sending any more, aborted
/// @param plans  objects that dead processes had announced, cleared away
/// @param keys  data keys that nobody knew, destroyed
/// @param young  what nobody knew and is left to a later sweep, since it is younger than the grace period
/// @param strange  what this server never made, and leaves
/// @param unanswered  registers that did not answer; what only they may know stayed
/// @param failure  a slug; why it was broken off
public record SweepView(
        SweepId id,
        Instant startedAt,
        @Nullable Instant endedAt,
        long lookedAt,
        long objects,
        long uploads,
        long plans,
        long keys,
        long young,
        long strange,
        List<String> unanswered,
        @Nullable String failure) {
    public SweepView {
        unanswered = List.copyOf(unanswered);
    }

    /// What there was to clear away.
    public long found() {
        return objects + uploads + plans + keys;
    }

    /// For people to read: `UNDER_WAY`, `FAILED`, `INCOMPLETE` or `DONE`.
    public String status() {
        if (endedAt == null) {
            return "UNDER_WAY";
        }
        return failure != null ? "FAILED" : unanswered.isEmpty() ? "DONE" : "INCOMPLETE";
    }
}
