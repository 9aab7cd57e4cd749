package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Recognises a PReLU that was written as a sum for speed, so that it can be trained as one again.
final class RewrittenPRelu {
    private static final double SLOPE_ROUNDING = 1e-6;

    private final GraphBuilder graph;

    RewrittenPRelu(GraphBuilder graph) {
        this.graph = graph;
    }

    /// @return whether the sum was a PReLU, and is one now
    boolean read(Node sum) {
        return isOfProducts(sum, 0, 1)
                || isOfProducts(sum, 1, 0)
                || isOfConvolutions(sum, 0, 1)
                || isOfConvolutions(sum, 1, 0);
    }

    /// `a·x + (1 - a)·Relu(x)`, with the factors as constants.
    private boolean isOfProducts(Node sum, int direct, int rectified) {
        if (!(graph.value(sum, direct) instanceof Value.Scaled slope)
                || !(graph.value(sum, rectified) instanceof Value.Scaled rest)
                || !(graph.maker(rest.activation()).orElse(null) instanceof Op.Relu relu)
                || !relu.input().equals(slope.activation())
                || !addUpToOne(slope.factors(), rest.factors())) {
            return false;
        }
        String name = graph.weights()
                .add(
                        slope.constant() + "\nper channel " + slope.factors().length,
                        () -> graph.names().weight(slope.constant(), sum, "slope"),
                        () -> Tensor.vector(slope.factors()));
        graph.emit(sum, new Op.PRelu(graph.names().value(sum.output(), sum), relu.input(), name));
        return true;
    }

    private static boolean addUpToOne(float[] slope, float[] rest) {
        for (int i = 0; i < slope.length; i++) {
            double excess = (double) slope[i] + rest[i] - 1;
            if (!(Math.abs(excess) <= SLOPE_ROUNDING * (1 + Math.abs(slope[i])))) {
                return false;
            }
        }
        return true;
    }

    /// `Relu(x) + b·Relu(-x)`, b = -a, with the factors as convolutions of one value a channel.
    private boolean isOfConvolutions(Node sum, int positive, int scaled) {
        if (!(maker(sum, positive) instanceof Op.Relu above)
                || !(maker(sum, scaled) instanceof Op.Conv2d factor)
                || !(graph.maker(factor.input()).orElse(null) instanceof Op.Relu below)
                || !(graph.maker(below.input()).orElse(null) instanceof Op.Conv2d minus)
                || !minus.input().equals(above.input())
                || factors(minus).filter(RewrittenPRelu::areMinusOne).isEmpty()
                || factors(factor).isEmpty()) {
            return false;
        }
        String name = graph.weights()
                .add(
                        factor.weight() + "\nslope",
                        () -> graph.names().weight("", sum, "slope"),
                        () -> Tensor.vector(negated(factors(factor).orElseThrow())));
        graph.emit(sum, new Op.PRelu(graph.names().value(sum.output(), sum), above.input(), name));
        return true;
    }

    private @Nullable Op maker(Node sum, int input) {
        return graph.value(sum, input) instanceof Value.Activation activation
                ? graph.maker(activation.name()).orElse(null)
                : null;
    }

    /// @return nothing if the convolution does more than multiply each channel
    private Optional<float[]> factors(Op.Conv2d conv) {
        Tensor weight = graph.weights().get(conv.weight());
        boolean scales = conv.bias() == null
                && conv.groups() == weight.size()
                && weight.shape()[0] == weight.size()
                && conv.stride() == 1
                && conv.padding() == 0;
        return scales ? Optional.of(weight.floats()) : Optional.empty();
    }

    private static boolean areMinusOne(float[] factors) {
        for (float factor : factors) {
            if (factor != -1) {
                return false;
            }
        }
        return true;
    }

    private static float[] negated(float[] factors) {
        float[] slope = new float[factors.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = -factors[i];
        }
        return slope;
    }
}
