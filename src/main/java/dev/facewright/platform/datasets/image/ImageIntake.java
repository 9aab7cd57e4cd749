package dev.facewright.platform.datasets.image;

import dev.facewright.ml.image.ImageEncoder;
import dev.facewright.ml.image.ImageRefused;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.ConsentProblem.NoLiveConsent;
import dev.facewright.platform.consent.LiveConsent;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Dataset;
import dev.facewright.platform.datasets.DatasetEvent;
import dev.facewright.platform.datasets.DatasetProblem.AlignmentRefused;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.Offer;
import dev.facewright.platform.datasets.RefusalReason;
import dev.facewright.platform.datasets.image.ImageChecks.Checked;
import dev.facewright.platform.datasets.image.ImageRow.Origin;
import dev.facewright.platform.kernel.UniqueRule;
import dev.facewright.platform.storage.JointKey;
import dev.facewright.platform.storage.Sha256;
import dev.facewright.platform.storage.StorageProblem.KeyDestroyed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Takes one image in: consent, decoding, deduplication, alignment, encryption, storage, in that order,
/// so that nothing is kept of what is refused.
@Component
public class ImageIntake {
    private static final UniqueRule ONCE_IN_A_DATASET = new UniqueRule("dataset_image_once_in_a_dataset");
    private static final UniqueRule ONCE_OF_A_PICTURE = new UniqueRule("dataset_image_once_of_a_picture");

    private final ConsentLedger consents;
    private final ImageChecks checks;
    private final Portraits portraits;
    private final PeopleOnImages people;
    private final ImageSafe safe;
    private final ImageRepository images;
    private final TransactionOperations transactions;
    private final LapsedImages lapsed;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImageIntake(
            ConsentLedger consents,
            ImageChecks checks,
            Portraits portraits,
            PeopleOnImages people,
            ImageSafe safe,
            ImageRepository images,
            TransactionOperations transactions,
            LapsedImages lapsed,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consents = consents;
        this.checks = checks;
        this.portraits = portraits;
        this.people = people;
        this.safe = safe;
        this.images = images;
        this.transactions = transactions;
        this.lapsed = lapsed;
        this.events = events;
        this.clock = clock;
    }

    /// Of a picture of several people an image of each of them is taken, or none.
    public Intake take(Dataset dataset, Offer offer, Origin origin) {
        if (!offer.makesSense()) {
            return new Intake.NotTaken(RefusalReason.BAD_PEOPLE);
        }
        Set<SubjectId> live = consents.live(offer.people(), dataset.purpose());
        if (!live.containsAll(offer.people())) {
            return new Intake.NotTaken(
                    live.contains(offer.subject())
                            ? RefusalReason.OTHER_WITHOUT_CONSENT
                            : RefusalReason.NO_LIVE_CONSENT);
        }
        try {
            Checked checked = checks.check(offer.content());
            return ONCE_IN_A_DATASET.lookAgain(() -> ONCE_OF_A_PICTURE.lookAgain(() -> known(
                            dataset, offer, checked.hash(), origin)
                    .orElseGet(() -> keep(dataset, offer, checked, portraits.of(dataset, offer, checked), origin))));
        } catch (ImageRefused refused) {
            return new Intake.NotTaken(RefusalReason.of(refused));
        } catch (AlignmentRefused refused) {
            return new Intake.NotTaken(refused.reason());
        } catch (NoLiveConsent | KeyDestroyed withdrawnMeanwhile) {
            return new Intake.NotTaken(RefusalReason.NO_LIVE_CONSENT);
        }
    }

    /// The same picture under two names would teach a network that two people are one.
    private Optional<Intake> known(Dataset dataset, Offer offer, String hash, Origin origin) {
        Map<SubjectId, ImageRow> same = images.same(dataset.id().value(), hash).stream()
                .filter(image -> !lapsed.erased(image))
                .collect(Collectors.toMap(ImageRow::subject, Function.identity()));
        ImageRow image = same.get(offer.subject());
        if (same.isEmpty()) {
            return Optional.empty();
        }
        if (image == null || !same.keySet().equals(Set.copyOf(offer.people()))) {
            return Optional.of(new Intake.NotTaken(RefusalReason.OTHER_SUBJECT_HAS_IT));
        }
        boolean fromAnEarlierAttempt = origin.upload() != null && origin.equals(image.origin());
        return Optional.of(fromAnEarlierAttempt ? new Intake.Accepted(image.id()) : new Intake.Duplicate(image.id()));
    }

    /// The rows are what makes images part of the dataset; objects without one are taken back.
    private Intake keep(Dataset dataset, Offer offer, Checked checked, List<Portrait> portraits, Origin origin) {
        JointKey key = people.keyOf(Set.copyOf(offer.people()));
        List<ImageRow> stored = new ArrayList<>();
        boolean kept = false;
        try {
            portraits.forEach(each -> stored.add(store(dataset, each, checked, key, origin)));
            transactions.executeWithoutResult(status -> insert(dataset, offer, stored));
            kept = true;
        } finally {
            if (!kept) {
                stored.forEach(image -> safe.delete(image.kept()));
            }
        }
        return stored.stream()
                .filter(image -> image.subject().equals(offer.subject()))
                .map(image -> new Intake.Accepted(image.id()))
                .findFirst()
                .orElseThrow();
    }

    private ImageRow store(Dataset dataset, Portrait portrait, Checked checked, JointKey key, Origin origin) {
        ImageId id = ImageId.random();
        byte[] cropPng = ImageEncoder.png(portrait.crop().image());
        ImageSafe.Keys keys = safe.put(portrait.subject(), key, id, portrait.picture(), cropPng);
        Kept kept = new Kept(
                portrait.hash(),
                keys.content().value(),
                checked.contentType(),
                Sha256.hex(cropPng),
                keys.crop().value(),
                checked.decoded().image().width(),
                checked.decoded().image().height(),
                portrait.crop().alignment(),
                portrait.crop().detectedBy(),
                portrait.ofPicture(),
                portrait.faces());
        return new ImageRow(id, dataset.id(), portrait.subject(), origin, kept, clock.instant());
    }

    /// Images of an archive are told of with the whole upload.
    private void insert(Dataset dataset, Offer offer, List<ImageRow> stored) {
        Map<SubjectId, LiveConsent> held = consents.holdLive(offer.people(), dataset.purpose());
        if (!held.keySet().containsAll(offer.people())) {
            throw new NoLiveConsent(offer.subject(), dataset.purpose());
        }
        stored.forEach(image -> image.restsOn(Objects.requireNonNull(held.get(image.subject()))));
        images.saveAllAndFlush(stored);
        for (ImageRow image : stored) {
            people.add(image, offer.people());
            safe.settle(image.kept());
        }
        stored.stream()
                .filter(image -> image.origin().upload() == null)
                .forEach(image -> events.publishEvent(new DatasetEvent.ImageAdded(dataset.id(), image.id())));
    }
}
