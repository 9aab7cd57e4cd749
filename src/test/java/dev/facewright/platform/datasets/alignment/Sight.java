package dev.facewright.platform.datasets.alignment;

import dev.facewright.ml.detect.FaceDetector;

/// Alignment with a detector that is open already.
public final class Sight {
    private Sight() {}

    public static FaceAlignment of(FaceDetector detector) {
        AlignmentSettings settings = new AlignmentSettings(null, 0.6f, 640, 0.6f, 10);
        return new FaceAlignment(new ConfiguredDetector(detector, "marks", settings));
    }
}
