package dev.facewright.ml.onnx;

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

/// A small network with seeded random weights, put together one layer after another.
///
/// Each method adds one operation after `last` and makes it the last one.
public final class TinyNetwork {
    public static final int SIDE = 8;

    private final Random random;
    private final List<Op> ops = new ArrayList<>();
    private final Map<String, Tensor> weights = new LinkedHashMap<>();
    private String last = "input";

    public TinyNetwork(long seed) {
        this.random = new Random(seed);
    }

    public String last() {
        return last;
    }

    public TinyNetwork from(String value) {
        last = value;
        return this;
    }

    public TinyNetwork add(Op op) {
        ops.add(op);
        last = op.output();
        return this;
    }

    /// A name no operation has yet.
    public String name(String kind) {
        return kind + ops.size();
    }

    public TinyNetwork conv(int in, int out, int kernel, int stride, int padding, int groups, boolean bias) {
        String name = name("conv");
        weight(name + ".weight", out, in / groups, kernel, kernel);
        if (bias) {
            weight(name + ".bias", out);
        }
        return add(new Op.Conv2d(name, last, name + ".weight", bias ? name + ".bias" : null, stride, padding, groups));
    }

    public TinyNetwork norm(int channels) {
        String name = name("norm");
        weight(name + ".gamma", channels);
        weight(name + ".beta", channels);
        weight(name + ".mean", channels);
        weights.put(name + ".variance", positive(channels));
        return add(new Op.BatchNorm(
                name, last, name + ".gamma", name + ".beta", name + ".mean", name + ".variance", 1e-3));
    }

    public TinyNetwork prelu(int channels) {
        String name = name("prelu");
        weight(name + ".slope", channels);
        return add(new Op.PRelu(name, last, name + ".slope"));
    }

    public TinyNetwork linear(int in, int out, boolean bias) {
        String name = name("linear");
        weight(name + ".weight", out, in);
        if (bias) {
            weight(name + ".bias", out);
        }
        return add(new Op.Linear(name, last, name + ".weight", bias ? name + ".bias" : null));
    }

    public TinyNetwork flatten() {
        return add(new Op.Flatten(name("flatten"), last));
    }

    public TinyNetwork pool() {
        return add(new Op.GlobalPool(name("pool"), last));
    }

    public TinyNetwork tokens() {
        return add(new Op.Tokens(name("tokens"), last));
    }

    public TinyNetwork position(int tokens, int channels) {
        String name = name("position");
        weight(name + ".weight", tokens, channels);
        return add(new Op.Position(name, last, name + ".weight"));
    }

    public TinyNetwork layerNorm(int channels) {
        String name = name("layernorm");
        weight(name + ".gamma", channels);
        weight(name + ".beta", channels);
        return add(new Op.LayerNorm(name, last, name + ".gamma", name + ".beta", 1e-3));
    }

    public TinyNetwork attention(int channels, int heads) {
        linear(channels, 3 * channels, true);
        return add(new Op.SelfAttention(name("attention"), last, heads));
    }

    public TinyNetwork plus(String other) {
        return add(new Op.Add(name("add"), other, last));
    }

    public FaceModel model() {
        Network network = new Network("tiny", "input", 3, SIDE, ops, last);
        return new FaceModel(network, Weights.of(weights), Preprocessing.ARCFACE);
    }

    /// `[count, 3, SIDE, SIDE]` of values around zero.
    public static float[] images(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count * 3 * SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private void weight(String name, int... shape) {
        Tensor tensor = Tensor.filled(0, shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.floats()[i] = (float) random.nextGaussian() * 0.5f;
        }
        weights.put(name, tensor);
    }

    private Tensor positive(int size) {
        Tensor tensor = Tensor.filled(0, size);
        for (int i = 0; i < size; i++) {
            tensor.floats()[i] = 0.2f + random.nextFloat();
        }
        return tensor;
    }
}
