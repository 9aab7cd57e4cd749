package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/// Everything that is refused about holds and erasures, one case a rule.
public abstract sealed class ErasureProblem extends DomainException {
    private ErasureProblem(ProblemKind kind, String slug, Object... arguments) {
        super(kind, slug, arguments);
    }

    /// There is no such hold.
    public static final class HoldNotFound extends ErasureProblem {
        HoldNotFound(HoldId id) {
            super(ProblemKind.NOT_FOUND, "hold-not-found", id);
        }
    }

    /// A hold ends once.
    public static final class HoldEnded extends ErasureProblem {
        HoldEnded(HoldId id) {
            super(ProblemKind.CONFLICT, "hold-ended", id);
        }
    }

    /// Something about the hold does not hold.
    public static final class HoldInvalid extends ErasureProblem {
        private final String field;

        private HoldInvalid(String field) {
            super(
                    ProblemKind.INVALID,
                    "hold-invalid",
                    field,
                    new DefaultMessageSourceResolvable("hold.invalid." + field));
            this.field = field;
        }

        /// @param field  as in REST; the bundles hold `hold.invalid.<field>`
        public static HoldInvalid of(String field) {
            return new HoldInvalid(field);
        }

        public String field() {
            return field;
        }

        public String messageKey() {
            return "hold.invalid." + field;
        }
    }

    /// Nothing of the subject was erased, or it was before there were certificates.
    public static final class ErasureNotFound extends ErasureProblem {
        ErasureNotFound(SubjectId subject) {
            super(ProblemKind.NOT_FOUND, "erasure-not-found", subject);
        }
    }

    /// An erasure that is not proved has no certificate.
    public static final class CertificateNotIssued extends ErasureProblem {
        CertificateNotIssued(SubjectId subject) {
            super(ProblemKind.NOT_FOUND, "certificate-not-issued", subject);
        }
    }

    /// Whoever agrees to nothing any more is erased without anybody proposing it.
    public static final class ErasedByItself extends ErasureProblem {
        ErasedByItself(SubjectId subject) {
            super(ProblemKind.CONFLICT, "erased-by-itself", subject);
        }
    }

    /// A receipt goes with the key.
    public static final class ReceiptGone extends ErasureProblem {
        ReceiptGone(SubjectId subject) {
            super(ProblemKind.CONFLICT, "receipt-gone", subject);
        }
    }
}
