package dev.facewright.ml.graph;

import java.util.Arrays;

/// Shapes of the operations on sequences `[tokens, channels]`.
final class TokenShapes {
    private TokenShapes() {}

    static int[] tokens(Op.Tokens op, int[] in) {
        Shapes.require(in.length == 3, op, "needs channels, height and width, got " + Arrays.toString(in));
        return new int[] {Math.multiplyExact(in[1], in[2]), in[0]};
    }

    static int[] placed(Op.Position op, int[] in, WeightShapes weights) {
        int[] weight = weights.shape(op.weight());
        Shapes.require(
                in.length == 2 && Arrays.equals(weight, in),
                op,
                "has a weight " + Arrays.toString(weight) + " that does not fit tokens " + Arrays.toString(in));
        return in;
    }

    static int[] normalised(Op.LayerNorm op, int[] in, WeightShapes weights) {
        Shapes.require(in.length < 3, op, "needs tokens or a vector, got " + Arrays.toString(in));
        int channels = in[in.length - 1];
        Shapes.require(
                weights.size(op.gamma()) == channels && weights.size(op.beta()) == channels,
                op,
                "has a scale or shift of another size than its channels, " + channels);
        return in;
    }

    static int[] attended(Op.SelfAttention op, int[] in) {
        Shapes.require(in.length == 2, op, "needs tokens, got " + Arrays.toString(in));
        Shapes.require(
                op.heads() > 0 && in[1] % (3 * (long) op.heads()) == 0,
                op,
                "has heads that do not share out queries, keys and values in " + in[1] + " channels");
        return new int[] {in[0], in[1] / 3};
    }

    static int[] projected(Op.Linear op, int[] in, WeightShapes weights) {
        int[] weight = weights.shape(op.weight());
        Shapes.require(in.length < 3, op, "needs a vector or tokens, got " + Arrays.toString(in) + ": add Flatten");
        Shapes.require(
                weight.length == 2 && weight[1] == in[in.length - 1],
                op,
                "has a weight " + Arrays.toString(weight) + " that does not fit " + in[in.length - 1] + " features");
        Shapes.require(op.bias() == null || weights.size(op.bias()) == weight[0], op, "has a bias of another size");
        int[] out = in.clone();
        out[in.length - 1] = weight[0];
        return out;
    }
}
