package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.Purpose;
import java.time.Instant;

/// Images collected for one purpose.
///
/// @param alwaysDetect  whether a face is looked for even in images that have the size of a crop
public record Dataset(
        DatasetId id, String name, Purpose purpose, String description, boolean alwaysDetect, Instant createdAt) {}
