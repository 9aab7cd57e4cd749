package dev.facewright.platform.storage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of everything that some destroyed data keys have encrypted.
///
/// @param sealed  whether every generation is destroyed that one of them was ever wrapped under
/// @param generations  the last that each was wrapped under; earlier ones are destroyed before later ones
/// @param at  when the last of them was destroyed; null if not all are
/// @param copies  where wrapped copies of these keys may still lie, which nothing opens any more
public record Sealing(
        boolean sealed, List<Integer> generations, @Nullable Instant at, List<Copies> copies) {
    public Sealing {
        generations = List.copyOf(generations);
        copies = List.copyOf(copies);
    }

    /// @param goneBy  as the operator has configured it; null where bytes lie until they are written over by chance
    public record Copies(Place place, @Nullable Instant goneBy) {}

    public enum Place {
        /// Deleted rows of tables and indexes, until their room is used again.
        DATABASE_PAGES,
        /// Segments of the write-ahead log, also renamed for later use, and their archive.
        WRITE_AHEAD_LOG,
        BACKUPS
    }
}
