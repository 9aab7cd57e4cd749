package dev.facewright.platform.datasets;

/// How a version is split when it is sealed.
///
/// @param validationFraction  the part of each subject's images held apart, in [0, 0.9]; every subject
///     keeps at least one image to train on
/// @param seed  the same images and seed give the same split
public record SealOptions(double validationFraction, long seed) {
    public static final double MOST = 0.9;
    public static final SealOptions DEFAULT = new SealOptions(0.1, 1);

    public SealOptions {
        if (!(validationFraction >= 0 && validationFraction <= MOST)) {
            throw new IllegalArgumentException("validationFraction must be in [0, 0.9], was " + validationFraction);
        }
    }
}
