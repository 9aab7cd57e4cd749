package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// There is no such image, or whoever is on it does not consent now: which of both is not told.
public final class ImageMissing extends DomainException {
    ImageMissing(ImageId id) {
        super(ProblemKind.NOT_FOUND, "image-missing", id);
    }
}
