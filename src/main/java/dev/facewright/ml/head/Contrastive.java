package dev.facewright.ml.head;

/// Learns without labels: two views of one image are to be told from views of all others. The loss sees the
/// embedding through a projector, two layers that are thrown away after training; what comes before it keeps
/// more of the image than the loss asks for (Chen et al., *SimCLR*, ICML 2020, section 4.2,
/// <https://arxiv.org/abs/2002.05709>).
public sealed interface Contrastive extends Objective permits SimClr, MoCo {
    /// What cosines are divided by before the softmax, above 0.
    double temperature();

    /// Values that the projector makes of an embedding, at least 1.
    int projectorDimensions();

    @Override
    default int views() {
        return 2;
    }
}
