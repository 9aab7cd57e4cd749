package dev.facewright.ml.head;

import dev.facewright.ml.head.Option.Unit;

/// A head that is not asked to be certain: the target's probability is 1 − ε, and ε is spread over all classes of
/// the step. Szegedy et al., *Rethinking the Inception Architecture for Computer Vision*, CVPR 2016, section 7,
/// <https://arxiv.org/abs/1512.00567>.
///
/// @param labelSmoothing  ε, in [0, 0.5]
public record SmoothedHead(Head head, double labelSmoothing) implements WrappedHead {
    public static final Option SMOOTHING = new Option("labelSmoothing", Unit.SHARE, 0, 0, 0.5, "a share, 0.1 is usual");

    public SmoothedHead {
        SMOOTHING.check(labelSmoothing);
    }
}
