package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// There is no such image, or whoever is on it does not consent now. Which of both is not told, but only the
/// second is a refusal for the audit log.
public final class ImageNotFound extends DomainException {
    private final boolean keptBack;

    private ImageNotFound(ImageId id, boolean keptBack) {
        super(ProblemKind.NOT_FOUND, "image-not-found", id);
        this.keptBack = keptBack;
    }

    static ImageNotFound unknown(ImageId id) {
        return new ImageNotFound(id, false);
    }

    static ImageNotFound withoutConsent(ImageId id) {
        return new ImageNotFound(id, true);
    }

    @Override
    public boolean isRefusal() {
        return keptBack;
    }
}
