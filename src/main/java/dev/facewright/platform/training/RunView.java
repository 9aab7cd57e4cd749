package dev.facewright.platform.training;

import dev.facewright.ml.train.Recipe;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.models.ModelVersionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run as others see it.
///
/// @param stopping  whether it was asked to end early and has not yet
/// @param device  what it trains on since its last start, such as `cpu` or `cuda:0-3`; null before its first
/// @param reason  the slug why it failed or was cancelled; its title is `problem.<reason>`
/// @param detail  more of the same for who reads logs: a message of the library or a trace id
/// @param model  what came of it, once it succeeded
public record RunView(
        RunId id,
        String name,
        JobStatus status,
        boolean stopping,
        DatasetVersionId dataset,
        @Nullable ModelVersionId startFrom,
        Recipe recipe,
        RunProgress progress,
        @Nullable String device,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable ModelVersionId model) {}
