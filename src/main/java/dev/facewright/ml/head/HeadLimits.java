package dev.facewright.ml.head;

/// The ranges of what heads are made of.
final class HeadLimits {
    private HeadLimits() {}

    static void identities(int identities) {
        if (identities < 2) {
            throw new IllegalArgumentException("A head needs at least 2 identities, was " + identities);
        }
    }

    static void scale(double scale) {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("The scale must be above 0, was " + scale);
        }
    }

    static void angle(double marginRadians) {
        if (!(marginRadians >= 0 && marginRadians < Math.PI / 2)) {
            throw new IllegalArgumentException(
                    "The margin must be in [0, pi/2) radians, was " + marginRadians + ": is this in degrees?");
        }
    }

    static void cosine(double margin) {
        if (!(margin >= 0 && margin < 1)) {
            throw new IllegalArgumentException(
                    "The margin must be in [0, 1), was " + margin + ": it is taken from a cosine, not from an angle");
        }
    }
}
