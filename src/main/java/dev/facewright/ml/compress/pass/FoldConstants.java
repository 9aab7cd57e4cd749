package dev.facewright.ml.compress.pass;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;

/// Works out in advance what no image changes: the embeddings stay the same up to rounding.
///
/// In a `Network` every operation reads something that came from the image, so what is constant is the arithmetic
/// between
/// the weights of neighbours. A scale and shift of each channel (a convolution of one value a channel, as constants in
/// an
/// ONNX file become) moves into the layer before it, and what its constants make the identity goes.
public final class FoldConstants implements Pass {
    @Override
    public String name() {
        return "fold-constants";
    }

    @Override
    public void rewrite(GraphEdit graph, Tally tally) {
        graph.each(Op.Unary.class, op -> {
            if (isIdentity(op, graph)) {
                graph.remove(op);
                tally.add("removed");
            }
        });
        graph.each(Op.Conv2d.class, conv -> {
            if (AffineScale.of(conv, graph)
                    .filter(scale -> scale.foldBack(graph, conv))
                    .isPresent()) {
                tally.add("folded");
            }
        });
    }

    private static boolean isIdentity(Op.Unary op, GraphEdit graph) {
        return switch (op) {
            case Op.Conv2d conv ->
                AffineScale.of(conv, graph).filter(AffineScale::isIdentity).isPresent();
            case Op.PRelu prelu -> isOne(graph.tensor(prelu.slope()));
            case Op.LeakyRelu leaky -> leaky.negativeSlope() == 1;
            case Op.Clip clip ->
                clip.minimum() == Double.NEGATIVE_INFINITY && clip.maximum() == Double.POSITIVE_INFINITY;
            default -> false;
        };
    }

    private static boolean isOne(Tensor slope) {
        for (float value : slope.floats()) {
            if (value != 1) {
                return false;
            }
        }
        return true;
    }
}
