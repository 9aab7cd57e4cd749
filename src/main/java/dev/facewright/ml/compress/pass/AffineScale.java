package dev.facewright.ml.compress.pass;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `scale · x + shift` for each channel, in double precision: what a BatchNorm does at inference, or a convolution of
/// one
/// value a channel. It can move into the convolution or linear layer that makes x.
record AffineScale(double[] scale, double[] shift) {
    static AffineScale of(Op.BatchNorm norm, GraphEdit graph) {
        float[] gamma = graph.tensor(norm.gamma()).floats();
        float[] beta = graph.tensor(norm.beta()).floats();
        float[] mean = graph.tensor(norm.mean()).floats();
        float[] variance = graph.tensor(norm.variance()).floats();
        double[] scale = new double[gamma.length];
        double[] shift = new double[gamma.length];
        for (int i = 0; i < gamma.length; i++) {
            scale[i] = gamma[i] / Math.sqrt(variance[i] + norm.epsilon());
            shift[i] = beta[i] - mean[i] * scale[i];
        }
        return new AffineScale(scale, shift);
    }

    /// @return nothing if the convolution does more than that
    static Optional<AffineScale> of(Op.Conv2d conv, GraphEdit graph) {
        Tensor weight = graph.tensor(conv.weight());
        int channels = weight.shape()[0];
        if (weight.size() != channels || conv.groups() != channels || conv.stride() != 1 || conv.padding() != 0) {
            return Optional.empty();
        }
        float[] bias = conv.bias() == null
                ? new float[channels]
                : graph.tensor(conv.bias()).floats();
        double[] scale = new double[channels];
        double[] shift = new double[channels];
        for (int i = 0; i < channels; i++) {
            scale[i] = weight.floats()[i];
            shift[i] = bias[i];
        }
        return Optional.of(new AffineScale(scale, shift));
    }

    boolean isIdentity() {
        for (int i = 0; i < scale.length; i++) {
            if (scale[i] != 1 || shift[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /// Moves the operation that scales into the layer before it, if that layer makes its input for it alone. A
    /// `Flatten` of
    /// one pixel a channel may stand between the two.
    ///
    /// @return whether it did
    boolean foldBack(GraphEdit graph, Op.Unary op) {
        Op last = graph.makerForOneReader(op.input()).orElse(null);
        Op maker = last instanceof Op.Flatten flatten
                ? graph.makerForOneReader(flatten.input()).orElse(null)
                : last;
        if (!(maker instanceof Op.Layer layer) || graph.tensor(layer.weight()).shape()[0] != scale.length) {
            return false;
        }
        String weight = graph.replace(layer.weight(), ofWeight(graph.tensor(layer.weight())));
        graph.replace(layer, layer.withWeights(weight, bias(graph, layer.weight(), layer.bias())));
        graph.remove(op);
        return true;
    }

    private String bias(GraphEdit graph, String weight, @Nullable String bias) {
        if (bias != null) {
            return graph.replace(bias, ofBias(graph.tensor(bias)));
        }
        String stem = weight.endsWith(".weight") ? weight.substring(0, weight.length() - ".weight".length()) : weight;
        return graph.add(stem + ".bias", ofBias(Tensor.filled(0, scale.length)));
    }

    /// @param weight  `[out, ...]`, with as many outputs as there are channels
    private Tensor ofWeight(Tensor weight) {
        int each = weight.size() / scale.length;
        float[] values = weight.floats().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] * scale[i / each]);
        }
        return new Tensor(weight.shape(), values);
    }

    private Tensor ofBias(Tensor bias) {
        float[] values = bias.floats().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] * scale[i] + shift[i]);
        }
        return new Tensor(bias.shape(), values);
    }
}
