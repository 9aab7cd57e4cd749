package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.datasets.DatasetProblem.ImageNotFound;
import dev.facewright.platform.datasets.image.ImageRepository;
import dev.facewright.platform.datasets.image.ImageRow;
import dev.facewright.platform.datasets.image.ImageSafe;
import dev.facewright.platform.datasets.image.ImageSafe.Part;
import dev.facewright.platform.datasets.image.PeopleOnImages;
import dev.facewright.platform.datasets.registry.DatasetRepository;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Single images, to be looked at, where everyone on them consents to the dataset's purpose at that moment.
@Service
@Transactional(readOnly = true)
public class ImageCatalog {
    private final DatasetRepository datasets;
    private final ImageRepository images;
    private final ImageSafe safe;
    private final PeopleOnImages people;
    private final ConsentLedger consents;
    private final Clock clock;

    ImageCatalog(
            DatasetRepository datasets,
            ImageRepository images,
            PeopleOnImages people,
            ImageSafe safe,
            ConsentLedger consents,
            Clock clock) {
        this.datasets = datasets;
        this.images = images;
        this.people = people;
        this.safe = safe;
        this.consents = consents;
        this.clock = clock;
    }

    /// @throws ImageNotFound if there is none, or whoever is on it does not consent
    public ImageView get(DatasetId dataset, ImageId id) {
        ImageRow image = visible(dataset, id);
        return image.view(consents.codes(Set.of(image.subject())).getOrDefault(image.subject(), ""));
    }

    /// The picture as stored, without metadata and without the faces of others.
    ///
    /// @throws ImageNotFound if there is none, or whoever is on it does not consent
    public PictureFile content(DatasetId dataset, ImageId id) {
        ImageRow image = visible(dataset, id);
        byte[] plain = safe.get(
                people.keyOf(people.on(image)), id, Part.CONTENT, image.kept().content());
        return new PictureFile(image.kept().contentType(), plain);
    }

    /// The aligned crop, 112x112.
    ///
    /// @throws ImageNotFound if there is none, or whoever is on it does not consent
    public PictureFile crop(DatasetId dataset, ImageId id) {
        ImageRow image = visible(dataset, id);
        byte[] plain = safe.get(
                people.keyOf(people.on(image)), id, Part.CROP, image.kept().crop());
        return new PictureFile("image/png", plain);
    }

    private ImageRow visible(DatasetId datasetId, ImageId id) {
        datasets.get(datasetId);
        return images.live(id.value(), datasetId.value(), clock.instant()).orElseThrow(() -> notFound(datasetId, id));
    }

    private ImageNotFound notFound(DatasetId dataset, ImageId id) {
        boolean kept = images.findByIdAndDatasetIdAndErasedAtIsNull(id.value(), dataset.value())
                .isPresent();
        return kept ? ImageNotFound.withoutConsent(id) : ImageNotFound.unknown(id);
    }

    /// A picture, decrypted to be handed out.
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere, and too large to copy
    public record PictureFile(String mediaType, byte[] content) {}
}
