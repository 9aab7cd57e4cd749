package dev.facewright.ml.compress;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import java.util.function.Function;

/// What a BatchNorm does at inference, `scale · x + shift` for each channel, in double precision.
record AffineScale(double[] scale, double[] shift) {
    static AffineScale of(Op.BatchNorm norm, Function<String, Tensor> tensors) {
        float[] gamma = tensors.apply(norm.gamma()).floats();
        float[] beta = tensors.apply(norm.beta()).floats();
        float[] mean = tensors.apply(norm.mean()).floats();
        float[] variance = tensors.apply(norm.variance()).floats();
        double[] scale = new double[gamma.length];
        double[] shift = new double[gamma.length];
        for (int i = 0; i < gamma.length; i++) {
            scale[i] = gamma[i] / Math.sqrt(variance[i] + norm.epsilon());
            shift[i] = beta[i] - mean[i] * scale[i];
        }
        return new AffineScale(scale, shift);
    }

    int size() {
        return scale.length;
    }

    /// @param weight  `[out, ...]`, with as many outputs as there are channels
    Tensor ofWeight(Tensor weight) {
        int each = weight.size() / scale.length;
        float[] values = new float[weight.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (weight.floats()[i] * scale[i / each]);
        }
        return new Tensor(weight.shape(), values);
    }

    Tensor ofBias(Tensor bias) {
        float[] values = new float[scale.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (bias.floats()[i] * scale[i] + shift[i]);
        }
        return new Tensor(bias.shape(), values);
    }
}
