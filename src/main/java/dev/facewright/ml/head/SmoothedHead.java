package dev.facewright.ml.head;

/// A head that is not asked to be certain: the target's probability is 1 − ε, and ε is spread over all classes of
/// the step. Szegedy et al., *Rethinking the Inception Architecture for Computer Vision*, CVPR 2016, section 7,
/// <https://arxiv.org/abs/1512.00567>.
///
/// @param labelSmoothing  ε, in [0, 1)
public record SmoothedHead(Head head, double labelSmoothing) implements WrappedHead {
    public SmoothedHead {
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException("Label smoothing must be in [0, 1), was " + labelSmoothing);
        }
    }
}
