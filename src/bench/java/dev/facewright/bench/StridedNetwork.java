package dev.facewright.bench;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Four strided convolutions and a projection to 128 dimensions: about 13 million multiplications a crop, so that
/// many epochs fit into minutes.
final class StridedNetwork {
    private static final int[] CHANNELS = {3, 16, 32, 64, 128};
    private static final int LAST_SIDE = 7;
    private static final int DIMENSIONS = 128;

    private final Map<String, Tensor> weights = new LinkedHashMap<>();
    private final List<Op> ops = new ArrayList<>();
    private final Random random;

    private StridedNetwork(long seed) {
        random = new Random(seed);
    }

    static FaceModel build(long seed) {
        return new StridedNetwork(seed).build();
    }

    private FaceModel build() {
        String value = "x";
        for (int i = 1; i < CHANNELS.length; i++) {
            String name = "c" + i;
            gaussian(name + ".w", CHANNELS[i], CHANNELS[i - 1], 3, 3);
            ops.add(new Op.Conv2d(name, value, name + ".w", null, 2, 1, 1));
            norm(name, CHANNELS[i]);
            weights.put(name + ".s", Tensor.filled(0.25f, CHANNELS[i]));
            value = name + ".a";
            ops.add(new Op.PRelu(value, name + ".n", name + ".s"));
        }
        ops.add(new Op.Flatten("f", value));
        gaussian("p.w", DIMENSIONS, CHANNELS[CHANNELS.length - 1] * LAST_SIDE * LAST_SIDE);
        ops.add(new Op.Linear("p", "f", "p.w", null));
        norm("p", DIMENSIONS);
        Network network = new Network("strided", "x", 3, 112, ops, "p.n");
        return new FaceModel(network, Weights.of(weights), Preprocessing.ARCFACE);
    }

    private void norm(String name, int channels) {
        weights.put(name + ".g", Tensor.filled(1, channels));
        weights.put(name + ".b", Tensor.filled(0, channels));
        weights.put(name + ".m", Tensor.filled(0, channels));
        weights.put(name + ".v", Tensor.filled(1, channels));
        ops.add(new Op.BatchNorm(name + ".n", name, name + ".g", name + ".b", name + ".m", name + ".v", 1e-5));
    }

    /// He et al., 2015: the deviation is the root of 2 over the inputs of a value.
    private void gaussian(String name, int... shape) {
        Tensor tensor = Tensor.filled(0, shape);
        double deviation = Math.sqrt(2.0 * shape[0] / tensor.size());
        for (int i = 0; i < tensor.size(); i++) {
            tensor.floats()[i] = (float) (random.nextGaussian() * deviation);
        }
        weights.put(name, tensor);
    }
}
