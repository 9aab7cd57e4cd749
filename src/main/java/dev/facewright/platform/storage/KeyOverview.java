package dev.facewright.platform.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Generations of keys, and what whoever runs the server has said about copies.
///
/// @param generations  the newest first
/// @param owedSince  when the first data key was destroyed that a change of generation has not sealed; null if none
/// @param changeAfter  how long after that a change follows by itself
/// @param logPeriod  how long the database keeps its write-ahead log
/// @param backupPeriod  how long backups of the database are kept
public record KeyOverview(
        List<GenerationView> generations,
        @Nullable Instant owedSince,
        Duration changeAfter,
        Duration logPeriod,
        Duration backupPeriod) {
    public KeyOverview {
        generations = List.copyOf(generations);
    }
}
