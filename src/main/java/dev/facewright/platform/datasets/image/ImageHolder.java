package dev.facewright.platform.datasets.image;

import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetEvent.ImagesErased;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectStore;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The pictures and crops of a person, and those of others that they are on. Of each the trace stays that there was
/// one.
@Component
class ImageHolder implements PersonalDataHolder {
    private static final int AT_A_TIME = 200;

    private final ImageRepository images;
    private final ImageSafe safe;
    private final ObjectStore store;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImageHolder(
            ImageRepository images,
            ImageSafe safe,
            ObjectStore store,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.images = images;
        this.safe = safe;
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "images";
    }

    @Override
    public void erase(SubjectId subject) {
        List<ImageRow> some = kept(subject, AT_A_TIME);
        while (!some.isEmpty()) {
            some.forEach(image -> safe.delete(image.kept()));
            erase(subject, some.stream().map(ImageRow::getId).toList());
            some = kept(subject, AT_A_TIME);
        }
    }

    private void erase(SubjectId subject, List<UUID> ids) {
        transactions.executeWithoutResult(status -> {
            List<ImageRow> erased = images.lockKept(ids);
            if (!erased.isEmpty()) {
                erased.forEach(image -> image.erase(clock.instant()));
                events.publishEvent(new ImagesErased(subject, erased.size()));
            }
        });
    }

    @Override
    public Stream<Held> find(SubjectId subject) {
        return kept(subject, Integer.MAX_VALUE).stream().flatMap(this::held);
    }

    private Stream<Held> held(ImageRow image) {
        Stream<ObjectKey> objects =
                Stream.of(image.kept().content(), image.kept().crop()).filter(store::exists);
        return Stream.concat(
                Stream.of(new Held.Row("dataset_image", image.getId().toString())),
                objects.map(Held.StoredObject::new));
    }

    private List<ImageRow> kept(SubjectId subject, int most) {
        return images.keptWith(subject.value(), most);
    }
}
