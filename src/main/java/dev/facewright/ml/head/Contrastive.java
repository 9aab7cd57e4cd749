package dev.facewright.ml.head;

import dev.facewright.ml.head.Option.Unit;
import java.util.List;
import java.util.function.Function;

/// Learns without labels: two views of one image are to be told from views of all others. The loss sees the
/// embedding through a projector, two layers that are thrown away after training; what comes before it keeps
/// more of the image than the loss asks for (Chen et al., *SimCLR*, ICML 2020, section 4.2,
/// <https://arxiv.org/abs/2002.05709>).
public sealed interface Contrastive extends Objective permits SimClr, MoCo {
    Option TEMPERATURE =
            new Option("temperature", Unit.FACTOR, 0.2, 0.01, 1, "it divides cosines, 0.1 to 0.5 is usual");

    Option PROJECTOR_DIMENSIONS = new Option("projectorDimensions", Unit.COUNT, 128, 8, 2048, "128 is usual");

    /// One that recipes can name: what it can be told, and how it is made of that.
    ///
    /// @param options  in the order of a form
    record Kind(List<Option> options, Function<Options, Contrastive> maker) {}

    /// What cosines are divided by before the softmax, above 0.
    double temperature();

    /// Values that the projector makes of an embedding, at least 1.
    int projectorDimensions();

    @Override
    default int views() {
        return 2;
    }
}
