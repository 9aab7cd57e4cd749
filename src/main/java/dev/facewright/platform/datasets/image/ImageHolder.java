package dev.facewright.platform.datasets.image;

import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectStore;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The pictures and crops of a person, and those of others that they are on. Of each the trace stays that there was
/// one.
@Component
class ImageHolder implements PersonalDataHolder {
    private final ImageRepository images;
    private final ImageRemoval removal;
    private final ObjectStore store;

    ImageHolder(ImageRepository images, ImageRemoval removal, ObjectStore store) {
        this.images = images;
        this.removal = removal;
        this.store = store;
    }

    @Override
    public String name() {
        return "images";
    }

    @Override
    public void erase(SubjectId subject) {
        removal.erase(subject, () -> kept(subject, ImageRemoval.AT_A_TIME));
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
