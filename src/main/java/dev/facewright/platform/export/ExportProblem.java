package dev.facewright.platform.export;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Everything that exports refuse, one case a rule.
public abstract sealed class ExportProblem extends DomainException {
    private ExportProblem(ProblemKind kind, String slug, Object... arguments) {
        super(kind, slug, arguments);
    }

    /// There is no bundle to hand out yet, or there never will be.
    public static final class BundleNotReady extends ExportProblem {
        BundleNotReady(ExportId id, ExportStatus status) {
            super(ProblemKind.CONFLICT, "bundle-not-ready", id, status);
        }
    }

    /// The model of this bundle was quarantined: whoever deployed it must stop, and nobody gets it any more.
    public static final class BundleWithdrawn extends ExportProblem {
        BundleWithdrawn(ExportId id) {
            super(ProblemKind.CONFLICT, "bundle-withdrawn", id);
        }
    }

    /// The exported network does not answer as the trainer does, so there is no bundle.
    public static final class ExportDiffers extends ExportProblem {
        ExportDiffers(double maximumDifference) {
            super(ProblemKind.UNPROCESSABLE, "export-differs", maximumDifference);
        }
    }

    /// There is no export of that id.
    public static final class ExportNotFound extends ExportProblem {
        ExportNotFound(ExportId id) {
            super(ProblemKind.NOT_FOUND, "export-not-found", id);
        }
    }

    /// A bundle of the same model is being made.
    public static final class ExportUnderWay extends ExportProblem {
        ExportUnderWay(ExportId existing) {
            super(ProblemKind.CONFLICT, "export-under-way", existing);
        }
    }
}
