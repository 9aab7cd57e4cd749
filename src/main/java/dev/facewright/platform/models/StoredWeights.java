package dev.facewright.platform.models;

import dev.facewright.platform.storage.ObjectKey;

/// Where a version's model file is, and what it must be.
record StoredWeights(ObjectKey key, String sha256, long bytes) {
    static StoredWeights of(String key, String sha256, long bytes) {
        return new StoredWeights(new ObjectKey(key), sha256, bytes);
    }
}
