package dev.facewright.ml.torch.objective;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.torch.text.Learnt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;

/// The two layers between an embedding and a contrastive loss, as wide inside as the embedding. Part of the
/// network while it is trained, never of the model.
final class Projector {
    private static final String HIDDEN = Learnt.OBJECTIVE + "projector.hidden";
    private static final String ACTIVE = Learnt.OBJECTIVE + "projector.active";
    private static final String OUTPUT = Learnt.OBJECTIVE + "projector.output";
    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private Projector() {}

    static Network onto(Network backbone) {
        List<Op> ops = new ArrayList<>(backbone.ops());
        ops.add(new Op.Linear(HIDDEN, backbone.output(), HIDDEN + WEIGHT, HIDDEN + BIAS));
        ops.add(new Op.Relu(ACTIVE, HIDDEN));
        ops.add(new Op.Linear(OUTPUT, ACTIVE, OUTPUT + WEIGHT, null));
        return new Network(backbone.name(), backbone.input(), backbone.channels(), backbone.side(), ops, OUTPUT);
    }

    /// What is learnt of it.
    ///
    /// @param dimensions  of what comes out
    static SequencedMap<String, int[]> shapes(FaceModel backbone, int dimensions) {
        int embedding = Shapes.embeddingDimensions(backbone);
        SequencedMap<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put(HIDDEN + WEIGHT, new int[] {embedding, embedding});
        shapes.put(HIDDEN + BIAS, new int[] {embedding});
        shapes.put(OUTPUT + WEIGHT, new int[] {dimensions, embedding});
        return shapes;
    }

    /// Gaussian, so that values keep their size through both layers (He et al., 2015,
    /// <https://arxiv.org/abs/1502.01852>).
    ///
    /// @param dimensions  of what comes out
    static SequencedMap<String, Tensor> fresh(FaceModel backbone, int dimensions, Random random) {
        int embedding = Shapes.embeddingDimensions(backbone);
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        weights.put(HIDDEN + WEIGHT, Gaussian.tensor(StrictMath.sqrt(2.0 / embedding), random, embedding, embedding));
        weights.put(HIDDEN + BIAS, Tensor.filled(0, embedding));
        weights.put(OUTPUT + WEIGHT, Gaussian.tensor(StrictMath.sqrt(1.0 / embedding), random, dimensions, embedding));
        return weights;
    }
}
