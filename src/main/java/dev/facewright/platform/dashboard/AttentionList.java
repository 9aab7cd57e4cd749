package dev.facewright.platform.dashboard;

import dev.facewright.platform.consent.ExpiringConsents;
import dev.facewright.platform.dashboard.Home.Attention;
import dev.facewright.platform.datasets.FaceAlignment;
import dev.facewright.platform.datasets.RecentUploads;
import dev.facewright.platform.evaluation.EvaluationStatus;
import dev.facewright.platform.evaluation.Evaluations;
import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.export.ExportStatus;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.training.RunStatus;
import dev.facewright.platform.training.TrainingRuns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What somebody should look at: withdrawn, failed and refused things of late, and what will run out soon.
@Component
class AttentionList {
    private static final Duration OF_LATE = Duration.ofDays(7);
    private static final Duration SOON = Duration.ofDays(30);
    private static final int RECENT = 200;

    private final TrainingRuns runs;
    private final ModelRegistry models;
    private final Evaluations evaluations;
    private final ExportBundles exports;
    private final RecentUploads uploads;
    private final ExpiringConsents consents;
    private final FaceAlignment alignment;
    private final Clock clock;

    AttentionList(
            TrainingRuns runs,
            ModelRegistry models,
            Evaluations evaluations,
            ExportBundles exports,
            RecentUploads uploads,
            ExpiringConsents consents,
            FaceAlignment alignment,
            Clock clock) {
        this.runs = runs;
        this.models = models;
        this.evaluations = evaluations;
        this.exports = exports;
        this.uploads = uploads;
        this.consents = consents;
        this.alignment = alignment;
        this.clock = clock;
    }

    List<Attention> list() {
        Instant since = clock.instant().minus(OF_LATE);
        return Stream.of(
                        new Attention("quarantined-models", "models", quarantined(since), "/models"),
                        new Attention("withdrawn-bundles", "exports", withdrawn(), "/exports"),
                        new Attention("failed-runs", "runs", failedRuns(since), "/runs"),
                        new Attention("failed-evaluations", "evaluations", failedEvaluations(since), "/evaluations"),
                        new Attention("failed-exports", "exports", failedExports(since), "/exports"),
                        new Attention("refused-images", "datasets", uploads.refusedSince(since), "/datasets"),
                        new Attention("expiring-consents", "people", consents.subjects(SOON), "/people"),
                        new Attention("no-detector", "help", noDetector(), "/help"))
                .filter(item -> item.count() > 0)
                .toList();
    }

    private long quarantined(Instant since) {
        return models.quarantinedSince(since);
    }

    private long withdrawn() {
        return exports.in(Set.of(ExportStatus.WITHDRAWN), RECENT).size();
    }

    private long failedRuns(Instant since) {
        return runs.endedSince(since, RunStatus.FAILED);
    }

    private long failedEvaluations(Instant since) {
        return evaluations.in(Set.of(EvaluationStatus.FAILED), RECENT).stream()
                .filter(evaluation -> isSince(evaluation.endedAt(), since))
                .count();
    }

    private long failedExports(Instant since) {
        return exports.in(Set.of(ExportStatus.FAILED), RECENT).stream()
                .filter(export -> isSince(export.endedAt(), since))
                .count();
    }

    private long noDetector() {
        return alignment.detectorName().equals("none") ? 1 : 0;
    }

    private static boolean isSince(@Nullable Instant at, Instant since) {
        return at != null && at.isAfter(since);
    }
}
