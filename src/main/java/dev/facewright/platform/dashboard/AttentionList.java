package dev.facewright.platform.dashboard;

import dev.facewright.platform.consent.ExpiringConsents;
import dev.facewright.platform.dashboard.Home.Attention;
import dev.facewright.platform.datasets.UploadCatalog;
import dev.facewright.platform.datasets.alignment.FaceAlignment;
import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.jobs.JobBoard;
import dev.facewright.platform.models.ModelRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What somebody should look at: withdrawn, failed and refused things of late, and what will run out soon.
@Component
class AttentionList {
    private static final Duration OF_LATE = Duration.ofDays(7);
    private static final Duration SOON = Duration.ofDays(30);

    private final JobBoard jobs;
    private final ModelRegistry models;
    private final ExportBundles exports;
    private final UploadCatalog uploads;
    private final ExpiringConsents consents;
    private final FaceAlignment alignment;
    private final Clock clock;

    AttentionList(
            JobBoard jobs,
            ModelRegistry models,
            ExportBundles exports,
            UploadCatalog uploads,
            ExpiringConsents consents,
            FaceAlignment alignment,
            Clock clock) {
        this.jobs = jobs;
        this.models = models;
        this.exports = exports;
        this.uploads = uploads;
        this.consents = consents;
        this.alignment = alignment;
        this.clock = clock;
    }

    List<Attention> list() {
        Instant since = clock.instant().minus(OF_LATE);
        return Stream.of(
                        Stream.of(
                                new Attention(
                                        "quarantined-models", "models", models.quarantinedSince(since), "/models"),
                                new Attention("withdrawn-bundles", "exports", exports.withdrawn(), "/exports")),
                        jobs.failedSince(since).entrySet().stream()
                                .map(failed -> failed(failed.getKey(), failed.getValue())),
                        Stream.of(
                                new Attention("refused-images", "datasets", uploads.refusedSince(since), "/datasets"),
                                new Attention("expiring-consents", "people", consents.subjects(SOON), "/people"),
                                new Attention("no-detector", "help", noDetector(), "/help")))
                .flatMap(items -> items)
                .filter(item -> item.count() > 0)
                .toList();
    }

    private static Attention failed(String area, long times) {
        return new Attention("failed-" + area, area, times, "/" + area);
    }

    private long noDetector() {
        return alignment.detectorName().equals("none") ? 1 : 0;
    }
}
