package dev.facewright.ml.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Shape inference: what every value of a network looks like, without the batch dimension.
/// What only sequences have is in `TokenShapes`.
public final class Shapes {
    private final WeightShapes weights;
    private final Map<String, int[]> known = new LinkedHashMap<>();

    private Shapes(WeightShapes weights) {
        this.weights = weights;
    }

    /// @return by value name, in order of making: `[channels, height, width]`, after `Tokens` `[tokens, channels]`,
    ///     after `Flatten` `[features]`
    /// @throws IllegalArgumentException if a weight is missing or does not fit its operation
    public static Map<String, int[]> infer(Network network, WeightShapes weights) {
        Shapes shapes = new Shapes(weights);
        shapes.known.put(network.input(), new int[] {network.channels(), network.side(), network.side()});
        for (Op op : network.ops()) {
            shapes.known.put(op.output(), shapes.of(op));
        }
        return Collections.unmodifiableMap(shapes.known);
    }

    /// The shape of what one operation makes, for a network that is still being put together.
    ///
    /// @param known  shapes of the operation's inputs, and of whatever else
    /// @param weights  those the operation reads, and whatever others
    /// @throws IllegalArgumentException if an input or a weight is missing, or does not fit the operation
    public static int[] after(Op op, Map<String, int[]> known, WeightShapes weights) {
        Shapes shapes = new Shapes(weights);
        for (String input : op.inputs()) {
            int[] shape = known.get(input);
            if (shape == null) {
                throw new IllegalArgumentException(op + " reads " + input + ", whose shape is not known");
            }
            shapes.known.put(input, shape);
        }
        return shapes.of(op);
    }

    /// @return how many values the embedding of one image has
    /// @throws IllegalArgumentException if the network's output is not a vector
    public static int embeddingDimensions(FaceModel model) {
        int[] output = Objects.requireNonNull(
                infer(model.network(), model.weights()).get(model.network().output()));
        if (output.length != 1) {
            throw new IllegalArgumentException(
                    "The network ends in " + Arrays.toString(output) + ", an embedding is a vector: add Flatten");
        }
        return output[0];
    }

    private int[] of(Op op) {
        return switch (op) {
            case Op.Conv2d conv -> convolved(conv);
            case Op.BatchNorm norm -> perChannel(norm, norm.gamma(), norm.beta(), norm.mean(), norm.variance());
            case Op.PRelu prelu -> perChannel(prelu, prelu.slope());
            case Op.Linear linear -> TokenShapes.projected(linear, in(linear), weights);
            case Op.GlobalPool pool -> pooled(pool);
            case Op.Flatten flatten -> new int[] {Arrays.stream(in(flatten)).reduce(1, Math::multiplyExact)};
            case Op.Relu _, Op.LeakyRelu _, Op.Clip _, Op.HardSwish _, Op.HardSigmoid _, Op.Gelu _, Op.Sigmoid _ ->
                in((Op.Unary) op);
            case Op.ChannelScale scale -> scaled(scale);
            case Op.Tokens tokens -> TokenShapes.tokens(tokens, in(tokens));
            case Op.Position position -> TokenShapes.placed(position, in(position), weights);
            case Op.LayerNorm norm -> TokenShapes.normalised(norm, in(norm), weights);
            case Op.SelfAttention attention -> TokenShapes.attended(attention, in(attention));
            case Op.Add add -> same(add);
            case Op.Mul mul -> same(mul);
        };
    }

    private int[] in(Op.Unary op) {
        return get(op.input());
    }

    private int[] get(String value) {
        // Network has checked that every value is made before it is read.
        return known.getOrDefault(value, new int[0]);
    }

    private int[] convolved(Op.Conv2d conv) {
        int[] in = in(conv);
        int[] kernel = weights.shape(conv.weight());
        require(in.length == 3, conv, "needs channels, height and width, got " + Arrays.toString(in));
        require(
                conv.stride() > 0 && conv.groups() > 0 && conv.padding() >= 0,
                conv,
                "has a stride, padding or group below its least");
        require(
                kernel.length == 4 && kernel[2] == kernel[3],
                conv,
                "needs a square kernel, got " + Arrays.toString(kernel));
        require(
                kernel[1] * conv.groups() == in[0] && kernel[0] % conv.groups() == 0,
                conv,
                "has a kernel " + Arrays.toString(kernel) + " that does not fit " + in[0] + " channels");
        require(conv.bias() == null || weights.size(conv.bias()) == kernel[0], conv, "has a bias of another size");
        int height = (in[1] + 2 * conv.padding() - kernel[2]) / conv.stride() + 1;
        int width = (in[2] + 2 * conv.padding() - kernel[3]) / conv.stride() + 1;
        require(in[1] + 2 * conv.padding() >= kernel[2] && width > 0, conv, "has a kernel larger than its input");
        return new int[] {kernel[0], height, width};
    }

    private int[] pooled(Op.GlobalPool pool) {
        int[] in = in(pool);
        require(in.length == 3, pool, "needs channels, height and width, got " + Arrays.toString(in));
        return new int[] {in[0], 1, 1};
    }

    private int[] perChannel(Op.Unary op, String... vectors) {
        int[] in = in(op);
        require(in.length != 2, op, "needs a map or a vector, got tokens " + Arrays.toString(in) + ": use LayerNorm");
        for (String vector : vectors) {
            require(
                    weights.size(vector) == in[0],
                    op,
                    "has " + vector + " of another size than its channels, " + in[0]);
        }
        return in;
    }

    private int[] same(Op.Binary op) {
        int[] left = get(op.left());
        int[] right = get(op.right());
        require(
                Arrays.equals(left, right),
                op,
                "needs two equal shapes, got " + Arrays.toString(left) + " and " + Arrays.toString(right));
        return left;
    }

    private int[] scaled(Op.ChannelScale op) {
        int[] map = get(op.input());
        int[] factors = get(op.factors());
        require(
                map.length == 3 && Arrays.equals(factors, new int[] {map[0], 1, 1}),
                op,
                "needs a map and one factor a channel, got " + Arrays.toString(map) + " and "
                        + Arrays.toString(factors));
        return map;
    }

    static void require(boolean holds, Op op, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(op + " " + problem);
        }
    }
}
