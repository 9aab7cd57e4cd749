package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// There is no such image, or whoever is on it does not consent now. Which of both is not told, but only the
/// second is a refusal for the audit log.
public final class ImageMissing extends DomainException {
    private final boolean keptBack;

    private ImageMissing(ImageId id, boolean keptBack) {
        super(ProblemKind.NOT_FOUND, "image-missing", id);
        this.keptBack = keptBack;
    }

    static ImageMissing unknown(ImageId id) {
        return new ImageMissing(id, false);
    }

    static ImageMissing withoutConsent(ImageId id) {
        return new ImageMissing(id, true);
    }

    @Override
    public boolean isRefusal() {
        return keptBack;
    }
}
