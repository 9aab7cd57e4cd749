package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// A single image was refused, for a reason that in an archive would refuse one entry.
public final class ImageNotAccepted extends DomainException {
    private final RefusalReason reason;

    ImageNotAccepted(RefusalReason reason) {
        super(ProblemKind.UNPROCESSABLE, "image-not-accepted", reason.text());
        this.reason = reason;
    }

    public RefusalReason reason() {
        return reason;
    }
}
