package dev.facewright.platform.storage;

import java.time.Instant;

/// What the store's list says of an object.
///
/// @param storedAt  by the store's clock
public record ListedObject(ObjectKey key, long bytes, Instant storedAt) {}
