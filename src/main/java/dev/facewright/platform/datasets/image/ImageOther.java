package dev.facewright.platform.datasets.image;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// Someone on an image besides the person whose image it is. Goes with the image.
@Entity
@Immutable
@Table(name = "dataset_image_other")
@IdClass(ImageOther.Key.class)
public class ImageOther {
    record Key(UUID imageId, UUID subjectId) {}

    @Id
    private UUID imageId;

    @Id
    private UUID subjectId;

    private UUID datasetId;

    /// When the stretch of their consent began that the image was taken in.
    private Instant liveSince;

    protected ImageOther() {}

    UUID image() {
        return imageId;
    }

    UUID subject() {
        return subjectId;
    }
}
