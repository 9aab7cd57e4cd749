package dev.facewright.ml.compress.pass;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;

/// Writes the PReLU of a map as `Relu(x) - slope · Relu(-x)`, the same function to the bit for every slope: the
/// products
/// are convolutions of one value a channel. ONNX Runtime has no vector kernel for PReLU, but keeps these in the layout
/// of the convolutions around them.
///
/// The PReLU of a vector stays: it is a few hundred values.
public final class RewritePRelu implements Pass {
    @Override
    public String name() {
        return "rewrite-prelu";
    }

    @Override
    public void rewrite(GraphEdit graph, Tally tally) {
        graph.each(Op.PRelu.class, prelu -> {
            int[] map = graph.shape(prelu.input());
            if (map.length == 3) {
                rewrite(graph, prelu, map[0]);
            }
            tally.add(map.length == 3 ? "rewritten" : "left");
        });
    }

    private static void rewrite(GraphEdit graph, Op.PRelu prelu, int channels) {
        String positive = graph.freshValue(prelu.output() + "_positive");
        String mirrored = graph.freshValue(prelu.output() + "_mirrored");
        String negative = graph.freshValue(prelu.output() + "_negative");
        String scaled = graph.freshValue(prelu.output() + "_scaled");
        float[] slope = graph.tensor(prelu.slope()).floats().clone();
        for (int i = 0; i < channels; i++) {
            slope[i] = -slope[i];
        }
        String minus = graph.add(prelu.slope() + ".minus", Tensor.filled(-1, channels, 1, 1, 1));
        String factors = graph.add(prelu.slope() + ".negated", new Tensor(new int[] {channels, 1, 1, 1}, slope));
        graph.replace(
                prelu,
                new Op.Relu(positive, prelu.input()),
                new Op.Conv2d(mirrored, prelu.input(), minus, null, 1, 0, channels),
                new Op.Relu(negative, mirrored),
                new Op.Conv2d(scaled, negative, factors, null, 1, 0, channels),
                new Op.Add(prelu.output(), positive, scaled));
    }
}
