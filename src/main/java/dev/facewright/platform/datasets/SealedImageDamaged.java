package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The stored crop of an image is not what was sealed: it is gone, or was changed.
public final class SealedImageDamaged extends DomainException {
    private final ImageId image;

    public SealedImageDamaged(ImageId image, DatasetVersionId version, Throwable cause) {
        this(image, version);
        initCause(cause);
    }

    public SealedImageDamaged(ImageId image, DatasetVersionId version) {
        super(ProblemKind.UNAVAILABLE, "sealed-image-damaged", image, version);
        this.image = image;
    }

    public ImageId image() {
        return image;
    }
}
