package dev.facewright.ml.torch;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Networks small enough to be worked out in plain Java.
public final class TinyNetworks {
    public static final int SIDE = 6;
    public static final int PIXELS = 3 * SIDE * SIDE;

    private TinyNetworks() {}

    /// Every operation there is, each with an effect on the output.
    public static FaceModel withEveryOperation() {
        Random random = new Random(7);
        Map<String, Tensor> weights = new LinkedHashMap<>();
        List<Op> ops = List.of(
                new Op.Conv2d("a", "x", "a.w", "a.b", 1, 1, 1),
                new Op.BatchNorm("b", "a", "b.g", "b.b", "b.m", "b.v", 1e-5),
                new Op.PRelu("c", "b", "c.s"),
                new Op.Conv2d("d", "c", "d.w", null, 2, 1, 4),
                new Op.LeakyRelu("e", "d", 0.1),
                new Op.HardSwish("f", "d"),
                new Op.Sigmoid("g", "e"),
                new Op.Mul("h", "f", "g"),
                new Op.Clip("i", "d", -0.4, 0.7),
                new Op.Add("j", "h", "i"),
                new Op.Conv2d("k", "j", "k.w", null, 1, 0, 2),
                new Op.Relu("l", "k"),
                new Op.GlobalPool("m", "l"),
                new Op.Flatten("n", "m"),
                new Op.Flatten("o", "j"),
                new Op.Linear("p", "n", "p.w", "p.b"),
                new Op.Linear("q", "o", "q.w", null),
                new Op.GlobalPool("pooled", "d"),
                new Op.HardSigmoid("gate", "pooled"),
                new Op.ChannelScale("gated", "j", "gate"),
                new Op.Tokens("tokens", "gated"),
                new Op.Position("placed", "tokens", "placed.w"),
                new Op.LayerNorm("even", "placed", "even.g", "even.b", 1e-5),
                new Op.Linear("projected", "even", "projected.w", "projected.b"),
                new Op.SelfAttention("attended", "projected", 2),
                new Op.Add("residual", "attended", "placed"),
                new Op.Gelu("curved", "residual"),
                new Op.Flatten("joined", "curved"),
                new Op.Linear("read", "joined", "read.w", null),
                new Op.LayerNorm("level", "read", "level.g", "level.b", 1e-3),
                new Op.Add("both", "p", "q"),
                new Op.Add("r", "both", "level"),
                new Op.BatchNorm("s", "r", "s.g", "s.b", "s.m", "s.v", 1e-3),
                new Op.PRelu("t", "s", "t.s"));
        gaussian(weights, random, 0.3, "a.w", 4, 3, 3, 3);
        gaussian(weights, random, 0.3, "a.b", 4);
        norm(weights, random, "b", 4);
        gaussian(weights, random, 0.3, "c.s", 4);
        gaussian(weights, random, 0.5, "d.w", 4, 1, 3, 3);
        gaussian(weights, random, 0.8, "k.w", 6, 2, 1, 1);
        gaussian(weights, random, 0.8, "p.w", 5, 6);
        gaussian(weights, random, 0.3, "p.b", 5);
        gaussian(weights, random, 0.4, "q.w", 5, 36);
        norm(weights, random, "s", 5);
        gaussian(weights, random, 0.3, "t.s", 5);
        gaussian(weights, random, 0.5, "placed.w", 9, 4);
        gaussian(weights, random, 0.8, "even.g", 4);
        gaussian(weights, random, 0.5, "even.b", 4);
        gaussian(weights, random, 0.8, "projected.w", 12, 4);
        gaussian(weights, random, 0.5, "projected.b", 12);
        gaussian(weights, random, 0.4, "read.w", 5, 36);
        gaussian(weights, random, 0.8, "level.g", 5);
        gaussian(weights, random, 0.5, "level.b", 5);
        return model(ops, weights, "t");
    }

    /// `Flatten` alone: the image is the embedding.
    public static FaceModel withoutWeights() {
        return model(List.of(new Op.Flatten("y", "x")), Map.of(), "y");
    }

    public static FaceModel model(List<Op> ops, Map<String, Tensor> weights, String output) {
        return new FaceModel(
                new Network("tiny", "x", 3, SIDE, ops, output), Weights.of(weights), Preprocessing.ARCFACE);
    }

    public static double[][] images(int count, long seed) {
        Random random = new Random(seed);
        double[][] images = new double[count][PIXELS];
        for (double[] image : images) {
            for (int i = 0; i < image.length; i++) {
                // Exact in float32, so that both sides see the same numbers.
                image[i] = (float) random.nextGaussian();
            }
        }
        return images;
    }

    public static FloatBuffer buffer(double[][] images) {
        FloatBuffer buffer = java.nio.ByteBuffer.allocateDirect(images.length * images[0].length * Float.BYTES)
                .order(java.nio.ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (double[] image : images) {
            for (double value : image) {
                buffer.put((float) value);
            }
        }
        return buffer.flip();
    }

    private static void norm(Map<String, Tensor> weights, Random random, String name, int channels) {
        gaussian(weights, random, 0.5, name + ".g", channels);
        gaussian(weights, random, 0.5, name + ".b", channels);
        gaussian(weights, random, 0.5, name + ".m", channels);
        Tensor variance = Tensor.filled(1, channels);
        for (int i = 0; i < channels; i++) {
            variance.floats()[i] = 0.5f + random.nextFloat();
        }
        weights.put(name + ".v", variance);
    }

    public static void gaussian(
            Map<String, Tensor> weights, Random random, double deviation, String name, int... shape) {
        Tensor tensor = Tensor.filled(0, shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.floats()[i] = (float) (random.nextGaussian() * deviation);
        }
        weights.put(name, tensor);
    }
}
