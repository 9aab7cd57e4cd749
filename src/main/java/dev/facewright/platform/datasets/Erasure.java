package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.SubjectErasure;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.image.ImageRepository;
import dev.facewright.platform.datasets.image.ImageRow;
import dev.facewright.platform.datasets.image.ImageSafe;
import dev.facewright.platform.datasets.upload.RefusalRepository;
import dev.facewright.platform.datasets.version.ManifestStore;
import dev.facewright.platform.datasets.version.VersionRepository;
import dev.facewright.platform.storage.ObjectKey;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Deletes what datasets hold about a person, then lets the person's key be destroyed. Can be broken off
/// anywhere and begun again: an object goes before the row that knows its key.
@Component
class Erasure {
    private static final int AT_A_TIME = 200;

    private final SubjectErasure subjects;
    private final ImageRepository images;
    private final RefusalRepository refusals;
    private final VersionRepository versions;
    private final ManifestStore manifests;
    private final ImageSafe safe;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Erasure(
            SubjectErasure subjects,
            ImageRepository images,
            RefusalRepository refusals,
            VersionRepository versions,
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
        List<ImageRow> some = some(subject);
        while (!some.isEmpty()) {
            some.forEach(image -> safe.delete(image.kept()));
            erase(some.stream().map(ImageRow::getId).toList());
            some = some(subject);
        }
        // manifests hold hashes of the pictures; that they existed is proved by their own hashes, which stay
        versions.manifestKeysWith(subject.value()).forEach(key -> manifests.delete(new ObjectKey(key)));
        transactions.executeWithoutResult(status -> {
            refusals.forget(subject.value());
            subjects.finish(subject);
            events.publishEvent(
                    new SubjectErased(subject, images.countBySubjectIdAndErasedAtIsNotNull(subject.value())));
        });
    }

    private List<ImageRow> some(SubjectId subject) {
        return images.findBySubjectIdAndErasedAtIsNullOrderById(subject.value(), Limit.of(AT_A_TIME));
    }

    private void erase(List<UUID> ids) {
        transactions.executeWithoutResult(
                status -> images.findAllById(ids).forEach(image -> image.erase(clock.instant())));
    }
}
