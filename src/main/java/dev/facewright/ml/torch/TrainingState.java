package dev.facewright.ml.torch;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.Head;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.SequencedMap;

/// Everything that a training program changes: from the same state, the same steps give the same bits.
///
/// @param network  parameters and BatchNorm statistics
/// @param centres  the head's, float32 `[identities, dimensions]`
/// @param velocities  the optimiser's momentum, one for each parameter and one for the centres
public record TrainingState(Weights network, Tensor centres, Weights velocities) {
    /// The name of the centres among the parameters and velocities.
    static final String CENTRES = "head:centres";

    private static final double CENTRE_DEVIATION = 0.01;

    /// The state before the first step: seeded centres, no momentum yet.
    public static TrainingState fresh(FaceModel model, Head head, long seed) {
        int dimensions = Shapes.embeddingDimensions(model);
        Tensor centres = gaussian(head.identities(), dimensions, new Random(seed));
        SequencedMap<String, Tensor> velocities = new LinkedHashMap<>();
        for (var op : model.network().ops()) {
            for (String name : op.parameters()) {
                velocities.put(name, Tensor.filled(0, model.weights().get(name).shape()));
            }
        }
        velocities.put(CENTRES, Tensor.filled(0, centres.shape()));
        return new TrainingState(model.weights(), centres, new Weights(velocities));
    }

    /// Every tensor by name, the centres among them.
    SequencedMap<String, Tensor> tensors() {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>(network.tensors());
        tensors.put(CENTRES, centres);
        return Collections.unmodifiableSequencedMap(tensors);
    }

    private static Tensor gaussian(int rows, int columns, Random random) {
        float[] values = new float[Math.multiplyExact(rows, columns)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * CENTRE_DEVIATION);
        }
        return new Tensor(new int[] {rows, columns}, values);
    }
}
