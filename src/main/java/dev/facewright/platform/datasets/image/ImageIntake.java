package dev.facewright.platform.datasets.image;

import dev.facewright.ml.image.ImageEncoder;
import dev.facewright.ml.image.ImageRefused;
import dev.facewright.ml.image.Landmarks5;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.ConsentProblem.NoLiveConsent;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Dataset;
import dev.facewright.platform.datasets.DatasetEvent;
import dev.facewright.platform.datasets.DatasetProblem.AlignmentRefused;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.RefusalReason;
import dev.facewright.platform.datasets.alignment.FaceAlignment;
import dev.facewright.platform.datasets.alignment.FaceAlignment.Crop;
import dev.facewright.platform.datasets.image.ImageChecks.Checked;
import dev.facewright.platform.datasets.image.ImageRow.Origin;
import dev.facewright.platform.kernel.UniqueRule;
import dev.facewright.platform.storage.Sha256;
import dev.facewright.platform.storage.StorageProblem.KeyDestroyed;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Takes one image in: consent, decoding, deduplication, alignment, encryption, storage, in that order,
/// so that nothing is kept of what is refused.
@Component
public class ImageIntake {
    private static final UniqueRule ONCE_IN_A_DATASET = new UniqueRule("dataset_image_once_in_a_dataset");

    private final ConsentLedger consents;
    private final ImageChecks checks;
    private final FaceAlignment alignment;
    private final ImageSafe safe;
    private final ImageRepository images;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImageIntake(
            ConsentLedger consents,
            ImageChecks checks,
            FaceAlignment alignment,
            ImageSafe safe,
            ImageRepository images,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consents = consents;
        this.checks = checks;
        this.alignment = alignment;
        this.safe = safe;
        this.images = images;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    public Intake take(
            Dataset dataset, SubjectId subject, byte[] content, @Nullable Landmarks5 landmarks, Origin origin) {
        if (!consents.live(subject, dataset.purpose())) {
            return new Intake.NotTaken(RefusalReason.NO_LIVE_CONSENT);
        }
        try {
            Checked checked = checks.check(content);
            return ONCE_IN_A_DATASET.lookAgain(() -> known(dataset, subject, checked.hash(), origin)
                    .orElseGet(() -> {
                        Crop crop = alignment.crop(checked.decoded().image(), landmarks, dataset.alwaysDetect());
                        return keep(dataset, store(dataset, subject, checked, crop, origin));
                    }));
        } catch (ImageRefused refused) {
            return new Intake.NotTaken(RefusalReason.of(refused));
        } catch (AlignmentRefused refused) {
            return new Intake.NotTaken(refused.reason());
        } catch (NoLiveConsent | KeyDestroyed withdrawnMeanwhile) {
            return new Intake.NotTaken(RefusalReason.NO_LIVE_CONSENT);
        }
    }

    /// The same picture under two names would teach a network that two people are one.
    private Optional<Intake> known(Dataset dataset, SubjectId subject, String hash, Origin origin) {
        return images.findByDatasetIdAndKeptContentHash(dataset.id().value(), hash)
                .map(image -> {
                    if (!image.subject().equals(subject)) {
                        return new Intake.NotTaken(RefusalReason.OTHER_SUBJECT_HAS_IT);
                    }
                    boolean fromAnEarlierAttempt = origin.upload() != null && origin.equals(image.origin());
                    return fromAnEarlierAttempt ? new Intake.Accepted(image.id()) : new Intake.Duplicate(image.id());
                });
    }

    private ImageRow store(Dataset dataset, SubjectId subject, Checked checked, Crop crop, Origin origin) {
        ImageId id = ImageId.random();
        byte[] cropPng = ImageEncoder.png(crop.image());
        ImageSafe.Keys keys = safe.put(subject, consents.keyOf(subject), id, checked.bytes(), cropPng);
        Kept kept = new Kept(
                checked.hash(),
                keys.content().value(),
                checked.contentType(),
                Sha256.hex(cropPng),
                keys.crop().value(),
                checked.decoded().image().width(),
                checked.decoded().image().height(),
                crop.alignment(),
                crop.detectedBy());
        return new ImageRow(id, dataset.id(), subject, origin, kept, clock.instant());
    }

    /// The row is what makes an image part of the dataset; objects without one are taken back.
    private Intake keep(Dataset dataset, ImageRow image) {
        boolean kept = false;
        try {
            transactions.executeWithoutResult(status -> insert(dataset, image));
            kept = true;
            return new Intake.Accepted(image.id());
        } finally {
            if (!kept) {
                safe.delete(image.kept());
            }
        }
    }

    /// An image of an archive is told of with the whole upload.
    private void insert(Dataset dataset, ImageRow image) {
        consents.holdLive(image.subject(), dataset.purpose());
        images.saveAndFlush(image);
        safe.settle(image.kept());
        if (image.origin().upload() == null) {
            events.publishEvent(new DatasetEvent.ImageAdded(dataset.id(), image.id()));
        }
    }
}
