package dev.facewright.ml.head;

import java.util.List;

/// NT-Xent, the normalised temperature-scaled cross entropy: of a batch's 2N views, each is to find the other
/// view of its own image among the remaining 2N - 1.
/// Chen et al., *A Simple Framework for Contrastive Learning of Visual Representations*, ICML 2020, eq. 1,
/// <https://arxiv.org/abs/2002.05709>.
///
/// @param temperature  τ, above 0; 0.1 to 0.5 in the paper
/// @param projectorDimensions  of the vectors compared, at least 1; 128 in the paper
public record SimClr(double temperature, int projectorDimensions) implements Contrastive {
    public static final Kind KIND = new Kind(
            List.of(TEMPERATURE, PROJECTOR_DIMENSIONS),
            told -> new SimClr(told.of(TEMPERATURE), told.count(PROJECTOR_DIMENSIONS)));

    public SimClr {
        Require.contrastive(temperature > 0 && Double.isFinite(temperature), "temperature above 0", temperature);
        Require.contrastive(projectorDimensions >= 1, "projector of at least 1 dimension", projectorDimensions);
    }
}
