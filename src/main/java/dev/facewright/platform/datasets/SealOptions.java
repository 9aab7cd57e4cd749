package dev.facewright.platform.datasets;

/// How a version is split when it is sealed.
///
/// @param validationFraction  the part of each subject's images held apart, in [0, 0.9]; every subject
///     keeps at least one image to train on
/// @param seed  the same images and seed give the same split
/// @param leaveOutUnproven  leave people without evidence of their consent out, where the dataset asks for it;
///     otherwise nothing is sealed with any of them
public record SealOptions(double validationFraction, long seed, boolean leaveOutUnproven) {
    public static final double MOST = 0.9;
    public static final SealOptions DEFAULT = new SealOptions(0.1, 1, false);

    public SealOptions(double validationFraction, long seed) {
        this(validationFraction, seed, false);
    }

    public SealOptions {
        if (!(validationFraction >= 0 && validationFraction <= MOST)) {
            throw new IllegalArgumentException("validationFraction must be in [0, 0.9], was " + validationFraction);
        }
    }
}
