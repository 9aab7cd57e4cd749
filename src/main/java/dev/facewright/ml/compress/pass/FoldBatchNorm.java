package dev.facewright.ml.compress.pass;

import dev.facewright.ml.graph.Op;

/// Moves BatchNorm into the convolution or linear layer before it, as inference lets one do: the embeddings stay the
/// same up to rounding.
/// Jacob et al., *Quantization and Training of Neural Networks*, CVPR 2018, section 3.2,
/// <https://arxiv.org/abs/1712.05877>.
///
/// With `s = gamma / sqrt(variance + epsilon)` the weight becomes `s · weight` and the bias `s · (bias - mean) +
/// beta`. BatchNorm stays where anything else reads what it normalises, or where no such layer comes before it.
public final class FoldBatchNorm implements Pass {
    @Override
    public String name() {
        return "fold-batch-norm";
    }

    @Override
    public void rewrite(GraphEdit graph, Tally tally) {
        graph.each(Op.BatchNorm.class, norm -> {
            boolean folded = AffineScale.of(norm, graph).foldBack(graph, norm);
            tally.add(folded ? "folded" : "left");
        });
    }
}
