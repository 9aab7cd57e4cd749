package dev.facewright.platform.datasets.image;

import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.Mark;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectStore;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

    @Override
    public Stream<Mark> marks(SubjectId subject) {
        // what went with its own consent, before the person did, is known by its id alone
        Stream<Mark> all = images.idsWith(subject.value()).stream().map(Mark::image);
        return Stream.concat(all, kept(subject, Integer.MAX_VALUE).stream().flatMap(ImageHolder::marks));
    }

    private static Stream<Mark> marks(ImageRow image) {
        var kept = image.kept();
        Stream<Mark> hashes = Stream.of(kept.contentHash(), kept.cropHash(), kept.pictureHash())
                .filter(Objects::nonNull)
                .map(Mark::hash);
        // what has an owner is named by the person and the image; what is from before by nothing that stays
        Stream<Mark> objects = Stream.of(kept.content(), kept.crop())
                .filter(key -> key.owner().isEmpty())
                .map(key -> Mark.object(key.value()));
        return Stream.of(Stream.of(Mark.image(image.getId())), hashes, objects).flatMap(each -> each);
    }

    @Override
    public Set<String> ofOthers(SubjectId subject, Collection<String> hashes) {
        return images.hashesOfOthers(subject.value(), hashes.toArray(String[]::new));
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
