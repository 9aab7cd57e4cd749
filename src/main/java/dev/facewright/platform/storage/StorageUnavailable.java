package dev.facewright.platform.storage;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import dev.facewright.platform.kernel.Temporary;
import java.time.Duration;

/// The object store cannot be reached, or refuses to do what was asked.
public final class StorageUnavailable extends DomainException implements Temporary {
    private static final Duration UNTIL_IT_IS_BACK = Duration.ofSeconds(10);

    StorageUnavailable(Throwable cause) {
        super(ProblemKind.UNAVAILABLE, "storage-unavailable");
        initCause(cause);
    }

    @Override
    public Duration retryAfter() {
        return UNTIL_IT_IS_BACK;
    }
}
