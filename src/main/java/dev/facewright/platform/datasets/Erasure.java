package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.SubjectErasure;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.image.ImageSafe;
import dev.facewright.platform.datasets.image.ImageTable;
import dev.facewright.platform.datasets.image.StoredImage;
import dev.facewright.platform.datasets.upload.RefusalTable;
import dev.facewright.platform.datasets.version.ManifestStore;
import dev.facewright.platform.datasets.version.VersionTable;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Deletes what datasets hold about a person, then lets the person's key be destroyed. Can be broken off
/// anywhere and begun again: an object goes before the row that knows its key.
@Component
class Erasure {
    private static final int AT_A_TIME = 200;

    private final SubjectErasure subjects;
    private final ImageTable images;
    private final RefusalTable refusals;
    private final VersionTable versions;
    private final ManifestStore manifests;
    private final ImageSafe safe;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Erasure(
            SubjectErasure subjects,
            ImageTable images,
            RefusalTable refusals,
            VersionTable versions,
            ManifestStore manifests,
            ImageSafe safe,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.subjects = subjects;
        this.images = images;
        this.refusals = refusals;
        this.versions = versions;
        this.manifests = manifests;
        this.safe = safe;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /// Does nothing if the person agrees to something after all, or is erased already.
    void erase(SubjectId subject) {
        if (!subjects.begin(subject)) {
            return;
        }
        List<StoredImage> some = images.of(subject, AT_A_TIME);
        while (!some.isEmpty()) {
            for (StoredImage image : some) {
                safe.delete(image);
                images.erase(image.id(), clock.instant());
            }
            some = images.of(subject, AT_A_TIME);
        }
        // manifests hold hashes of the pictures; that they existed is proved by their own hashes, which stay
        versions.with(subject)
                .forEach(version -> manifests.delete(versions.manifest(version).key()));
        transactions.executeWithoutResult(status -> {
            refusals.forget(subject);
            subjects.finish(subject);
            events.publishEvent(new SubjectErased(subject, images.erased(subject)));
        });
    }
}
