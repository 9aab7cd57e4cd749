package dev.facewright.ml.torch;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.SequenceReference;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.torch.objective.HeadTensors;
import dev.facewright.ml.torch.objective.ReferenceHead;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/// Every operation written out as loops over doubles, straight from its definition: slow, and nothing of PyTorch
/// in it.
public final class ReferenceNetwork {
    private final FaceModel model;
    private final boolean training;
    private final Map<String, int[]> shapes;
    private final Map<String, double[][]> values = new HashMap<>();

    private ReferenceNetwork(FaceModel model, boolean training) {
        this.model = model;
        this.training = training;
        shapes = Shapes.infer(model.network(), model.weights());
    }

    public static double[][] embed(FaceModel model, double[][] images, boolean training) {
        ReferenceNetwork reference = new ReferenceNetwork(model, training);
        reference.values.put(model.network().input(), images);
        for (Op op : model.network().ops()) {
            reference.values.put(op.output(), reference.run(op));
        }
        return reference.value(model.network().output());
    }

    /// Mean cross entropy of the head's logits.
    public static double loss(FaceModel model, Head head, Tensor centres, double[][] images, long[] labels) {
        Weights state = Weights.of(Map.of(HeadTensors.CENTRES, centres));
        return new ReferenceHead(head, state).loss(embed(model, images, true), labels);
    }

    private double[][] run(Op op) {
        return switch (op) {
            case Op.Conv2d conv -> conv(conv);
            case Op.BatchNorm norm -> norm(norm);
            case Op.PRelu prelu -> prelu(prelu);
            case Op.Relu relu -> each(relu, x -> Math.max(0, x));
            case Op.LeakyRelu leaky -> each(leaky, x -> x > 0 ? x : leaky.negativeSlope() * x);
            case Op.Clip clip -> each(clip, x -> Math.min(clip.maximum(), Math.max(clip.minimum(), x)));
            case Op.HardSwish swish -> each(swish, x -> x * Math.min(6, Math.max(0, x + 3)) / 6);
            case Op.HardSigmoid sigmoid -> each(sigmoid, x -> Math.min(6, Math.max(0, x + 3)) / 6);
            case Op.Gelu gelu -> each(gelu, SequenceReference::gelu);
            case Op.Sigmoid sigmoid -> each(sigmoid, x -> 1 / (1 + Math.exp(-x)));
            case Op.Add add -> both(add, 1, 1, 0);
            case Op.Mul mul -> both(mul, 0, 0, 1);
            case Op.Linear linear -> linear(linear);
            case Op.GlobalPool pool -> pool(pool);
            case Op.Flatten flatten -> value(flatten.input());
            case Op.ChannelScale scale -> scale(scale);
            case Op.Tokens tokens -> ofEach(tokens, image -> SequenceReference.tokens(image, shape(tokens.input())[0]));
            case Op.Position position ->
                ofEach(
                        position,
                        image -> SequenceReference.position(
                                image, weight(position.weight()).floats()));
            case Op.LayerNorm norm -> ofEach(norm, image -> layerNorm(norm, image));
            case Op.SelfAttention attention ->
                ofEach(
                        attention,
                        image -> SequenceReference.attention(image, shape(attention.input())[0], attention.heads()));
        };
    }

    private double[][] each(Op.Unary op, DoubleUnaryOperator function) {
        double[][] in = value(op.input());
        double[][] out = new double[in.length][];
        for (int i = 0; i < in.length; i++) {
            out[i] = Arrays.stream(in[i]).map(function).toArray();
        }
        return out;
    }

    private double[][] ofEach(Op.Unary op, UnaryOperator<double[]> function) {
        return Arrays.stream(value(op.input())).map(function).toArray(double[][]::new);
    }

    private double[] layerNorm(Op.LayerNorm norm, double[] image) {
        return SequenceReference.layerNorm(
                image, weight(norm.gamma()).floats(), weight(norm.beta()).floats(), norm.epsilon());
    }

    private double[][] scale(Op.ChannelScale op) {
        double[][] maps = value(op.input());
        double[][] out = new double[maps.length][];
        for (int i = 0; i < maps.length; i++) {
            out[i] = SequenceReference.channelScale(maps[i], value(op.factors())[i]);
        }
        return out;
    }

    private double[][] both(Op.Binary op, double left, double right, double product) {
        double[][] a = value(op.left());
        double[][] b = value(op.right());
        double[][] out = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                out[i][j] = left * a[i][j] + right * b[i][j] + product * a[i][j] * b[i][j];
            }
        }
        return out;
    }

    private double[][] conv(Op.Conv2d conv) {
        int[] in = shape(conv.input());
        int[] out = shape(conv.output());
        double[][] images = value(conv.input());
        double[][] result = new double[images.length][out[0] * out[1] * out[2]];
        for (int i = 0; i < images.length; i++) {
            for (int c = 0; c < out[0]; c++) {
                double bias = conv.bias() == null ? 0 : weight(conv.bias()).floats()[c];
                for (int y = 0; y < out[1]; y++) {
                    for (int x = 0; x < out[2]; x++) {
                        result[i][(c * out[1] + y) * out[2] + x] = bias + window(conv, images[i], in, out[0], c, y, x);
                    }
                }
            }
        }
        return result;
    }

    private double window(Op.Conv2d conv, double[] image, int[] in, int outChannels, int c, int y, int x) {
        Tensor weight = weight(conv.weight());
        int depth = weight.shape()[1];
        int kernel = weight.shape()[2];
        int first = c / (outChannels / conv.groups()) * depth;
        double sum = 0;
        for (int d = 0; d < depth; d++) {
            for (int ky = 0; ky < kernel; ky++) {
                for (int kx = 0; kx < kernel; kx++) {
                    int row = y * conv.stride() + ky - conv.padding();
                    int column = x * conv.stride() + kx - conv.padding();
                    if (row >= 0 && row < in[1] && column >= 0 && column < in[2]) {
                        sum += weight.floats()[((c * depth + d) * kernel + ky) * kernel + kx]
                                * image[((first + d) * in[1] + row) * in[2] + column];
                    }
                }
            }
        }
        return sum;
    }

    private double[][] norm(Op.BatchNorm norm) {
        double[][] in = value(norm.input());
        double[][] out = new double[in.length][in[0].length];
        int channels = shape(norm.input())[0];
        int area = in[0].length / channels;
        for (int c = 0; c < channels; c++) {
            double mean = weight(norm.mean()).floats()[c];
            double variance = weight(norm.variance()).floats()[c];
            if (training) {
                mean = moment(in, c * area, area, 0, 1);
                variance = moment(in, c * area, area, mean, 2);
            }
            double factor = weight(norm.gamma()).floats()[c] / Math.sqrt(variance + norm.epsilon());
            for (int i = 0; i < in.length; i++) {
                for (int j = c * area; j < (c + 1) * area; j++) {
                    out[i][j] = (in[i][j] - mean) * factor + weight(norm.beta()).floats()[c];
                }
            }
        }
        return out;
    }

    private static double moment(double[][] in, int from, int count, double centre, int power) {
        double sum = 0;
        for (double[] image : in) {
            for (int j = from; j < from + count; j++) {
                sum += Math.pow(image[j] - centre, power);
            }
        }
        return sum / ((double) in.length * count);
    }

    private double[][] prelu(Op.PRelu prelu) {
        double[][] in = value(prelu.input());
        double[][] out = new double[in.length][in[0].length];
        float[] slope = weight(prelu.slope()).floats();
        int area = in[0].length / slope.length;
        for (int i = 0; i < in.length; i++) {
            for (int j = 0; j < in[i].length; j++) {
                out[i][j] = in[i][j] > 0 ? in[i][j] : slope[j / area] * in[i][j];
            }
        }
        return out;
    }

    private double[][] linear(Op.Linear linear) {
        float[] bias =
                linear.bias() == null ? new float[0] : weight(linear.bias()).floats();
        return ofEach(linear, image -> SequenceReference.linear(image, weight(linear.weight()), bias));
    }

    private double[][] pool(Op.GlobalPool pool) {
        double[][] in = value(pool.input());
        int channels = shape(pool.input())[0];
        int area = in[0].length / channels;
        double[][] out = new double[in.length][channels];
        for (int i = 0; i < in.length; i++) {
            for (int j = 0; j < in[i].length; j++) {
                out[i][j / area] += in[i][j] / area;
            }
        }
        return out;
    }

    private double[][] value(String name) {
        return Objects.requireNonNull(values.get(name));
    }

    private int[] shape(String name) {
        return Objects.requireNonNull(shapes.get(name));
    }

    private Tensor weight(String name) {
        return model.weights().get(name);
    }
}
