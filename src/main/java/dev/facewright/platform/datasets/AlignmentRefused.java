package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// No aligned crop can be made of this image.
public final class AlignmentRefused extends DomainException {
    private final RefusalReason reason;

    /// @param reason  `NO_FACE`, `NO_DETECTOR` or `BAD_LANDMARKS`
    AlignmentRefused(RefusalReason reason) {
        super(ProblemKind.UNPROCESSABLE, "alignment-refused", reason.text());
        this.reason = reason;
    }

    public RefusalReason reason() {
        return reason;
    }
}
