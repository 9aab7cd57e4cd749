package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.SequenceReference;
import dev.facewright.ml.graph.Shapes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// Runs a network one image at a time by the definitions of its operations, in double precision: slow, and plain
/// enough to be right.
public final class ReferenceForward {
    private final FaceModel model;
    private final Map<String, int[]> shapes;
    private final Map<String, double[]> values = new HashMap<>();

    private ReferenceForward(FaceModel model) {
        this.model = model;
        this.shapes = Shapes.infer(model.network(), model.weights());
    }

    /// @param nchw  `[count, channels, side, side]`
    /// @return `[count, dimensions]`
    public static float[][] embed(FaceModel model, float[] nchw, int count) {
        int size = nchw.length / count;
        float[][] embeddings = new float[count][];
        for (int i = 0; i < count; i++) {
            embeddings[i] = new ReferenceForward(model).run(Arrays.copyOfRange(nchw, i * size, (i + 1) * size));
        }
        return embeddings;
    }

    private float[] run(float[] image) {
        double[] input = new double[image.length];
        for (int i = 0; i < image.length; i++) {
            input[i] = image[i];
        }
        values.put(model.network().input(), input);
        model.network().ops().forEach(op -> values.put(op.output(), apply(op)));
        double[] output = value(model.network().output());
        float[] embedding = new float[output.length];
        for (int i = 0; i < output.length; i++) {
            embedding[i] = (float) output[i];
        }
        return embedding;
    }

    private double[] apply(Op op) {
        return switch (op) {
            case Op.Conv2d conv -> convolve(conv);
            case Op.BatchNorm norm -> normalise(norm);
            case Op.PRelu prelu -> perChannel(prelu, (x, c) -> x > 0 ? x : weight(prelu.slope())[c] * x);
            case Op.Relu relu -> each(relu, x -> Math.max(0, x));
            case Op.LeakyRelu leaky -> each(leaky, x -> x > 0 ? x : leaky.negativeSlope() * x);
            case Op.Clip clip -> each(clip, x -> Math.min(clip.maximum(), Math.max(clip.minimum(), x)));
            case Op.HardSwish swish -> each(swish, x -> x * Math.min(6, Math.max(0, x + 3)) / 6);
            case Op.HardSigmoid sigmoid -> each(sigmoid, x -> Math.min(6, Math.max(0, x + 3)) / 6);
            case Op.Gelu gelu -> each(gelu, SequenceReference::gelu);
            case Op.Sigmoid sigmoid -> each(sigmoid, x -> 1 / (1 + Math.exp(-x)));
            case Op.Add add -> combine(add, Double::sum);
            case Op.Mul mul -> combine(mul, (a, b) -> a * b);
            case Op.ChannelScale scale -> SequenceReference.channelScale(value(scale.input()), value(scale.factors()));
            case Op.Linear linear -> project(linear);
            case Op.GlobalPool pool -> pool(pool);
            case Op.Flatten flatten -> in(flatten);
            case Op.Tokens tokens -> SequenceReference.tokens(in(tokens), shape(tokens.input())[0]);
            case Op.Position position -> SequenceReference.position(in(position), weight(position.weight()));
            case Op.LayerNorm norm ->
                SequenceReference.layerNorm(in(norm), weight(norm.gamma()), weight(norm.beta()), norm.epsilon());
            case Op.SelfAttention attention ->
                SequenceReference.attention(in(attention), shape(attention.input())[0], attention.heads());
        };
    }

    private double[] convolve(Op.Conv2d conv) {
        int[] in = shape(conv.input());
        int[] out = shape(conv.output());
        int[] kernel = model.weights().get(conv.weight()).shape();
        double[] result = new double[out[0] * out[1] * out[2]];
        for (int o = 0; o < out[0]; o++) {
            for (int y = 0; y < out[1]; y++) {
                for (int x = 0; x < out[2]; x++) {
                    double bias = conv.bias() == null ? 0 : weight(conv.bias())[o];
                    result[(o * out[1] + y) * out[2] + x] = bias + window(conv, in, kernel, o, y, x);
                }
            }
        }
        return result;
    }

    private double window(Op.Conv2d conv, int[] in, int[] kernel, int o, int y, int x) {
        int firstChannel = o / (kernel[0] / conv.groups()) * kernel[1];
        double sum = 0;
        for (int i = 0; i < kernel[1] * kernel[2] * kernel[3]; i++) {
            int row = y * conv.stride() - conv.padding() + i / kernel[3] % kernel[2];
            int column = x * conv.stride() - conv.padding() + i % kernel[3];
            int channel = firstChannel + i / (kernel[2] * kernel[3]);
            if (row >= 0 && row < in[1] && column >= 0 && column < in[2]) {
                sum += weight(conv.weight())[o * kernel[1] * kernel[2] * kernel[3] + i]
                        * in(conv)[(channel * in[1] + row) * in[2] + column];
            }
        }
        return sum;
    }

    private double[] normalise(Op.BatchNorm norm) {
        return perChannel(
                norm,
                (x, c) -> weight(norm.gamma())[c]
                                * (x - weight(norm.mean())[c])
                                / Math.sqrt(weight(norm.variance())[c] + norm.epsilon())
                        + weight(norm.beta())[c]);
    }

    private double[] project(Op.Linear linear) {
        float[] bias = linear.bias() == null ? new float[0] : weight(linear.bias());
        return SequenceReference.linear(in(linear), model.weights().get(linear.weight()), bias);
    }

    private double[] pool(Op.GlobalPool pool) {
        int channels = shape(pool.input())[0];
        int area = in(pool).length / channels;
        double[] result = new double[channels];
        for (int i = 0; i < in(pool).length; i++) {
            result[i / area] += in(pool)[i] / area;
        }
        return result;
    }

    private interface OfChannel {
        double apply(double value, int channel);
    }

    private double[] perChannel(Op.Unary op, OfChannel function) {
        double[] result = in(op).clone();
        int area = result.length / shape(op.input())[0];
        for (int i = 0; i < result.length; i++) {
            result[i] = function.apply(result[i], i / area);
        }
        return result;
    }

    private double[] each(Op.Unary op, DoubleUnaryOperator function) {
        return Arrays.stream(in(op)).map(function).toArray();
    }

    private double[] combine(Op.Binary op, DoubleBinaryOperator function) {
        double[] result = value(op.left()).clone();
        for (int i = 0; i < result.length; i++) {
            result[i] = function.applyAsDouble(result[i], value(op.right())[i]);
        }
        return result;
    }

    private double[] in(Op.Unary op) {
        return value(op.input());
    }

    private double[] value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private int[] shape(String name) {
        return Objects.requireNonNull(shapes.get(name), name);
    }

    private float[] weight(String name) {
        return model.weights().get(name).floats();
    }
}
