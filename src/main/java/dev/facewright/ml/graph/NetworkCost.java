package dev.facewright.ml.graph;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/// What a network costs for one image, by its structure alone.
///
/// @param parameters  single values that training changes; BatchNorm statistics are not among them
/// @param macs  multiply-accumulates of convolutions, linear layers and attention, as papers count them ("MAdds")
/// @param bytes  of all weights in the types they are stored in, BatchNorm statistics included
public record NetworkCost(long parameters, long macs, long bytes) {
    /// @throws IllegalArgumentException if the weights do not fit the network
    public static NetworkCost of(Network network, WeightShapes weights) {
        Map<String, int[]> shapes = Shapes.infer(network, weights);
        long parameters = network.ops().stream()
                .flatMap(op -> op.parameters().stream())
                .distinct()
                .mapToLong(weights::size)
                .sum();
        long bytes = network.weightNames().stream().mapToLong(weights::bytes).sum();
        long macs = network.ops().stream()
                .mapToLong(op -> macs(op, shapes, weights))
                .sum();
        return new NetworkCost(parameters, macs, bytes);
    }

    private static long macs(Op op, Map<String, int[]> shapes, WeightShapes weights) {
        return switch (op) {
            case Op.Conv2d conv -> {
                int[] kernel = weights.shape(conv.weight());
                yield elements(shapes, conv.output()) * kernel[1] * kernel[2] * kernel[3];
            }
            // a vector, or each token of a sequence, meets every weight of its row
            case Op.Linear linear -> elements(shapes, linear.output()) * weights.shape(linear.weight())[1];
            case Op.SelfAttention attention -> attention(shapes, attention);
            case Op.BatchNorm _,
                    Op.PRelu _,
                    Op.Relu _,
                    Op.LeakyRelu _,
                    Op.Clip _,
                    Op.HardSwish _,
                    Op.HardSigmoid _,
                    Op.Gelu _,
                    Op.Sigmoid _,
                    Op.Add _,
                    Op.Mul _,
                    Op.ChannelScale _,
                    Op.Tokens _,
                    Op.Position _,
                    Op.LayerNorm _,
                    Op.GlobalPool _,
                    Op.Flatten _ -> 0;
        };
    }

    /// Every token with every token, once for the scores and once for what they mix.
    private static long attention(Map<String, int[]> shapes, Op.SelfAttention op) {
        return 2 * elements(shapes, op.output()) * Objects.requireNonNull(shapes.get(op.output()))[0];
    }

    private static long elements(Map<String, int[]> shapes, String value) {
        return Arrays.stream(shapes.getOrDefault(value, new int[0]))
                .asLongStream()
                .reduce(1, Math::multiplyExact);
    }
}
