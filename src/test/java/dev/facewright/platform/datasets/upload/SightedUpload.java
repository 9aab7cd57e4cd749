package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Dataset;
import dev.facewright.platform.datasets.RefusalReason;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.datasets.archive.Archive;
import dev.facewright.platform.datasets.image.ImageIntake;
import dev.facewright.platform.datasets.registry.DatasetRepository;
import dev.facewright.platform.datasets.registry.DatasetSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The way of an archive on a server with a face detector. Found by the component scan, in tests only.
@Component
public class SightedUpload {
    private final DatasetRepository datasets;
    private final Uploads uploads;
    private final RefusalRepository refusals;
    private final ConsentLedger consents;
    private final DatasetSettings settings;

    SightedUpload(
            DatasetRepository datasets,
            Uploads uploads,
            RefusalRepository refusals,
            ConsentLedger consents,
            DatasetSettings settings) {
        this.datasets = datasets;
        this.uploads = uploads;
        this.refusals = refusals;
        this.consents = consents;
        this.settings = settings;
    }

    /// Takes an archive in under the name of an upload that there is already.
    ///
    /// @return how often each reason occurred
    public Map<RefusalReason, Integer> taken(Dataset dataset, UploadId upload, byte[] zip, ImageIntake images) {
        Map<RefusalReason, Integer> reasons = new EnumMap<>(RefusalReason.class);
        ArchiveIntake intake = new ArchiveIntake(datasets, uploads, refusals, consents, images, settings) {
            @Override
            void refused(UploadId of, int entry, @Nullable SubjectId subject, RefusalReason reason) {
                reasons.merge(reason, 1, Integer::sum);
            }
        };
        try (Archive archive = Archive.open(new SeekableInMemoryByteChannel(zip), settings.archiveLimits());
                var pass = new IntakePass(dataset, upload, ArchiveSurvey.of(archive), intake, 2)) {
            archive.forEach(entry -> {
                pass.offer(entry);
                return true;
            });
            pass.await();
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
