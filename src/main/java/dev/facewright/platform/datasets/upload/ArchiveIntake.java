package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Dataset;
import dev.facewright.platform.datasets.RefusalReason;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.datasets.UploadView;
import dev.facewright.platform.datasets.archive.Archive;
import dev.facewright.platform.datasets.image.ImageIntake;
import dev.facewright.platform.datasets.registry.DatasetRepository;
import dev.facewright.platform.datasets.registry.DatasetSettings;
import dev.facewright.platform.jobs.JobContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Goes through an archive twice: to count what is there and read what lies beside the images, then to take those.
@Component
class ArchiveIntake {
    private final DatasetRepository datasets;
    private final Uploads uploads;
    private final RefusalRepository refusals;
    private final ConsentLedger consents;
    private final ImageIntake images;
    private final DatasetSettings settings;

    ArchiveIntake(
            DatasetRepository datasets,
            Uploads uploads,
            RefusalRepository refusals,
            ConsentLedger consents,
            ImageIntake images,
            DatasetSettings settings) {
        this.datasets = datasets;
        this.uploads = uploads;
        this.refusals = refusals;
        this.consents = consents;
        this.images = images;
        this.settings = settings;
    }

    /// @return false if it was interrupted
    boolean take(UploadView upload, Archive archive, JobContext context) throws IOException, InterruptedException {
        ArchiveSurvey survey = ArchiveSurvey.of(archive);
        uploads.startOver(upload.id(), survey.entries());
        Dataset dataset = datasets.get(upload.dataset());
        try (var pass = new IntakePass(dataset, upload.id(), survey, this, settings.threads())) {
            archive.forEach(entry -> {
                pass.offer(entry);
                return !context.interrupted();
            });
            pass.await();
        }
        return !context.interrupted();
    }

    ImageIntake images() {
        return images;
    }

    ConsentLedger consents() {
        return consents;
    }

    void refused(UploadId upload, int entry, @Nullable SubjectId subject, RefusalReason reason) {
        refusals.add(upload.value(), entry, subject == null ? null : subject.value(), reason.name());
    }

    void progressed(UploadId upload, UploadTally.Counts counts) {
        uploads.progressed(upload, counts);
    }
}
