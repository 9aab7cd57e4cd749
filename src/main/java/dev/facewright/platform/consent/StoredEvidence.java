package dev.facewright.platform.consent;

import dev.facewright.platform.storage.ObjectKey;

/// Where evidence was put and what it was.
///
/// @param hash  SHA-256 of the plain content
record StoredEvidence(ObjectKey key, EvidenceType type, long bytes, String hash) {}
