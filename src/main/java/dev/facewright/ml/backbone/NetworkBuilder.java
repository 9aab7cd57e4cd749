package dev.facewright.ml.backbone;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;

/// Adds one operation after another together with its fresh weights. Each call names its value and returns that
/// name.
final class NetworkBuilder {
    static final String INPUT = "input";

    private static final int CHANNELS = 3;
    private static final int SIDE = 112;
    private static final double EPSILON = 1e-5;
    private static final float SLOPE = 0.25f;

    private final List<Op> ops = new ArrayList<>();
    private final SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
    // Its Gaussian numbers are specified bit by bit, those of the newer generators are not.
    private final Random random;

    NetworkBuilder(long seed) {
        random = new Random(seed);
    }

    String conv(String name, String input, int in, int out, int kernel, int stride, int padding, int groups) {
        weights.put(name + ".weight", kaiming(out, in / groups, kernel));
        return add(new Op.Conv2d(name, input, name + ".weight", null, stride, padding, groups));
    }

    String norm(String name, String input, int channels) {
        weights.put(name + ".gamma", Tensor.filled(1, channels));
        weights.put(name + ".beta", Tensor.filled(0, channels));
        weights.put(name + ".mean", Tensor.filled(0, channels));
        weights.put(name + ".variance", Tensor.filled(1, channels));
        return add(new Op.BatchNorm(
                name, input, name + ".gamma", name + ".beta", name + ".mean", name + ".variance", EPSILON));
    }

    String prelu(String name, String input, int channels) {
        weights.put(name + ".slope", Tensor.filled(SLOPE, channels));
        return add(new Op.PRelu(name, input, name + ".slope"));
    }

    String add(Op op) {
        ops.add(op);
        return op.output();
    }

    FaceModel build(String name, String output) {
        Network network = new Network(name, INPUT, CHANNELS, SIDE, ops, output);
        return new FaceModel(network, new Weights(weights), Preprocessing.ARCFACE);
    }

    /// Zero-mean Gaussian of variance 2 / ((1 + a²)·n), n inputs a unit, a the PReLU slope.
    /// He et al., 2015, eq. 15, <https://arxiv.org/abs/1502.01852>.
    private Tensor kaiming(int out, int in, int kernel) {
        double deviation = StrictMath.sqrt(2 / ((1 + SLOPE * SLOPE) * in * kernel * kernel));
        float[] values = new float[Math.multiplyExact(out, in * kernel * kernel)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return new Tensor(new int[] {out, in, kernel, kernel}, values);
    }
}
