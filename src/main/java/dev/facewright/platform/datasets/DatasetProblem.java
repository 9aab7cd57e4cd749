package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Everything that datasets refuse, one case a rule.
public abstract sealed class DatasetProblem extends DomainException {
    private DatasetProblem(ProblemKind kind, String slug, Object... arguments) {
        super(kind, slug, arguments);
    }

    /// No aligned crop can be made of this image.
    public static final class AlignmentRefused extends DatasetProblem {
        private final RefusalReason reason;

        /// @param reason  `NO_FACE`, `NO_DETECTOR` or `BAD_LANDMARKS`
        public AlignmentRefused(RefusalReason reason) {
            super(ProblemKind.UNPROCESSABLE, "alignment-refused", reason.text());
            this.reason = reason;
        }

        public RefusalReason reason() {
            return reason;
        }
    }

    /// The uploaded file is no zip, tar or tar.gz that can be read.
    public static final class ArchiveRefused extends DatasetProblem {
        public ArchiveRefused() {
            super(ProblemKind.UNSUPPORTED, "archive-refused");
        }
    }

    /// The archive is larger than is taken in one piece.
    public static final class ArchiveTooLarge extends DatasetProblem {
        public ArchiveTooLarge(long bytes, long limit) {
            super(ProblemKind.TOO_LARGE, "archive-too-large", bytes, limit);
        }
    }

    /// Another dataset has this name.
    public static final class DatasetNameTaken extends DatasetProblem {
        public DatasetNameTaken() {
            super(ProblemKind.CONFLICT, "dataset-name-taken");
        }
    }

    /// There is no dataset with this id.
    public static final class DatasetNotFound extends DatasetProblem {
        public DatasetNotFound(DatasetId id) {
            super(ProblemKind.NOT_FOUND, "dataset-not-found", id);
        }
    }

    /// There is no dataset version with this id.
    public static final class DatasetVersionNotFound extends DatasetProblem {
        public DatasetVersionNotFound(DatasetVersionId id) {
            super(ProblemKind.NOT_FOUND, "dataset-version-not-found", id);
        }
    }

    /// The version holds images of someone who withdrew: nothing may be made from it any more.
    public static final class DatasetVersionRevokedProblem extends DatasetProblem {
        public DatasetVersionRevokedProblem(DatasetVersionId id) {
            super(ProblemKind.CONFLICT, "dataset-version-revoked", id);
        }
    }

    /// A single image was refused, for a reason that in an archive would refuse one entry.
    public static final class ImageNotAccepted extends DatasetProblem {
        private final RefusalReason reason;

        ImageNotAccepted(RefusalReason reason) {
            super(ProblemKind.UNPROCESSABLE, "image-not-accepted", reason.text());
            this.reason = reason;
        }

        public RefusalReason reason() {
            return reason;
        }
    }

    /// The dataset asks for evidence, and people who would be in the version have none.
    public static final class EvidenceMissing extends DatasetProblem {
        public EvidenceMissing(int people) {
            super(ProblemKind.UNPROCESSABLE, "evidence-missing", people);
        }
    }

    /// The version's dataset asks for evidence, and consents that the version rests on have none.
    public static final class VersionUnproven extends DatasetProblem {
        public VersionUnproven(DatasetVersionId id, int people) {
            super(ProblemKind.CONFLICT, "version-unproven", id, people);
        }
    }

    /// Why a dataset does without evidence is said in too few or too many words.
    public static final class EvidencePolicyInvalid extends DatasetProblem {
        public EvidencePolicyInvalid() {
            super(ProblemKind.INVALID, "evidence-policy-invalid", EvidencePolicy.SHORTEST, EvidencePolicy.LONGEST);
        }
    }

    /// There is no such image, or whoever is on it does not consent now. Which of both is not told, but only the
    /// second is a refusal for the audit log.
    public static final class ImageNotFound extends DatasetProblem {
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

    /// The stored manifest is not what was sealed.
    public static final class ManifestDamaged extends DatasetProblem {
        public ManifestDamaged(DatasetVersionId id) {
            super(ProblemKind.UNAVAILABLE, "manifest-damaged", id);
        }
    }

    /// Telling people apart cannot be learned or measured from so little.
    public static final class NotEnoughToSeal extends DatasetProblem {
        public NotEnoughToSeal(int subjects, int required, int imagesEach) {
            super(ProblemKind.UNPROCESSABLE, "not-enough-to-seal", subjects, required, imagesEach);
        }
    }

    /// The stored crop of an image is not what was sealed: it is gone, or was changed.
    public static final class SealedImageDamaged extends DatasetProblem {
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

    /// The dataset has no upload with this id.
    public static final class UploadNotFound extends DatasetProblem {
        public UploadNotFound(UploadId id) {
            super(ProblemKind.NOT_FOUND, "upload-not-found", id);
        }
    }

    /// The people on these images agreed to another purpose.
    public static final class WrongPurpose extends DatasetProblem {
        public WrongPurpose(DatasetVersionId id, Purpose sealedFor, Purpose asked) {
            super(ProblemKind.CONFLICT, "wrong-purpose", id, sealedFor, asked);
        }
    }
}
