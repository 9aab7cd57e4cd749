package dev.facewright.platform.export;

import dev.facewright.platform.storage.ObjectKey;
import java.util.Map;

/// What was stored.
///
/// @param files  SHA-256 of each file in it
record StoredBundle(
        ObjectKey key,
        String sha256,
        long bytes,
        double maximumDifference,
        ExportView.Latency latency,
        Map<String, String> files) {}
