package dev.facewright.platform.kernel;

import java.time.Duration;

/// Implemented by a `DomainException` that will not be thrown again after a while: the answer says when to come
/// back.
public interface Temporary {
    Duration retryAfter();
}
