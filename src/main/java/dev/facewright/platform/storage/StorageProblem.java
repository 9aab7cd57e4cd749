package dev.facewright.platform.storage;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import dev.facewright.platform.kernel.Temporary;
import java.time.Duration;

/// Everything that storage refuses, one case a rule.
public abstract sealed class StorageProblem extends DomainException {
    private static final Duration UNTIL_IT_IS_BACK = Duration.ofSeconds(10);

    private StorageProblem(ProblemKind kind, String slug, Object... arguments) {
        super(kind, slug, arguments);
    }

    /// Stored content does not verify: it was changed, or it is not what it is said to be.
    public static final class CiphertextRefused extends StorageProblem {
        CiphertextRefused(Throwable cause) {
            super(ProblemKind.UNAVAILABLE, "ciphertext-refused");
            initCause(cause);
        }
    }

    /// The key was destroyed on purpose: what was encrypted under it is gone for good.
    public static final class KeyDestroyed extends StorageProblem {
        KeyDestroyed(DataKeyId id) {
            super(ProblemKind.CONFLICT, "key-destroyed", id);
        }
    }

    /// A live key is wrapped under a generation that is no more: the row comes from another time than the rest.
    public static final class GenerationGone extends StorageProblem {
        GenerationGone(int generation) {
            super(ProblemKind.CONFLICT, "generation-gone", generation);
        }
    }

    /// Somebody is in the middle of making keys under the generation that is to be destroyed.
    public static final class GenerationInUse extends StorageProblem implements Temporary {
        GenerationInUse(int generation) {
            super(ProblemKind.UNAVAILABLE, "generation-in-use", generation);
        }

        @Override
        public Duration retryAfter() {
            return UNTIL_IT_IS_BACK;
        }
    }

    /// Somebody asked for keys who may not, or did so too late or twice.
    public static final class KeyCallRefused extends StorageProblem {
        KeyCallRefused() {
            super(ProblemKind.FORBIDDEN, "key-call-refused");
        }
    }

    /// The store of generations' keys, or the server that hands them out, cannot be reached or refuses.
    public static final class KeyStoreUnavailable extends StorageProblem implements Temporary {
        public KeyStoreUnavailable(Throwable cause) {
            super(ProblemKind.UNAVAILABLE, "key-store-unavailable");
            initCause(cause);
        }

        @Override
        public Duration retryAfter() {
            return UNTIL_IT_IS_BACK;
        }
    }

    /// The object store gave back other bytes than it was given.
    public static final class ObjectDamaged extends StorageProblem {
        public ObjectDamaged(ObjectKey key) {
            super(ProblemKind.CONFLICT, "object-damaged", key.value());
        }
    }

    /// The store answers, and has no such object.
    public static final class ObjectNotFound extends StorageProblem {
        ObjectNotFound(ObjectKey key) {
            super(ProblemKind.NOT_FOUND, "object-not-found", key.value());
        }
    }

    /// It took so long to record an object that its process was taken for dead, and the object was cleared away.
    public static final class PutTooLate extends StorageProblem implements Temporary {
        PutTooLate() {
            super(ProblemKind.UNAVAILABLE, "put-too-late");
        }

        @Override
        public Duration retryAfter() {
            return Duration.ZERO;
        }
    }

    /// The object store cannot be reached, or refuses to do what was asked.
    public static final class StorageUnavailable extends StorageProblem implements Temporary {
        StorageUnavailable(Throwable cause) {
            super(ProblemKind.UNAVAILABLE, "storage-unavailable");
            initCause(cause);
        }

        @Override
        public Duration retryAfter() {
            return UNTIL_IT_IS_BACK;
        }
    }
}
