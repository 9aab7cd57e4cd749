package dev.facewright.platform.datasets.web;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Landmarks beside an image are not a JSON array of ten numbers.
final class LandmarksUnreadable extends DomainException {
    LandmarksUnreadable() {
        super(ProblemKind.INVALID, "landmarks-unreadable");
    }
}
