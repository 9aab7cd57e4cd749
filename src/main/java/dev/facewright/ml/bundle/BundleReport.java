package dev.facewright.ml.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What was written.
///
/// @param maximumDifference  between the exported model and the trainer on the golden inputs, as
///     `GoldenMismatch` defines it
/// @param bytes  size of the zip
/// @param sha256ByEntry  hash of each entry's content in hex, in the order of the zip
public record BundleReport(double maximumDifference, long bytes, Map<String, String> sha256ByEntry) {
    public BundleReport {
        sha256ByEntry = Collections.unmodifiableMap(new LinkedHashMap<>(sha256ByEntry));
    }
}
