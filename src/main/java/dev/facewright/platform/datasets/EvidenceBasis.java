package dev.facewright.platform.datasets;

import dev.facewright.platform.datasets.EvidencePolicy.EvidenceWaiver;
import org.jspecify.annotations.Nullable;

/// How far the consents under a sealed version were proven when it was sealed.
///
/// @param asked  false for a version of before evidence was asked for
/// @param unproven  people in it, or on its images, whose consent had no evidence then
/// @param waiver  why the dataset did without; null if it asked
/// @param explanation  the owner's own words for it
public record EvidenceBasis(
        boolean asked,
        int unproven,
        @Nullable EvidenceWaiver waiver,
        @Nullable String explanation) {}
