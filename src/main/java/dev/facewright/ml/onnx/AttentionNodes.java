package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.onnx.Value.AttentionPart;
import dev.facewright.ml.onnx.Value.AttentionPart.AttentionStep;
import java.util.Collections;
import java.util.List;

/// Puts multi-head self-attention together again from the pieces that `SequenceWriter` writes: split, reshape and
/// transpose to heads, product, scale, softmax, product, and back.
final class AttentionNodes {
    private static final List<AttentionStep> PARTS =
            List.of(AttentionStep.QUERIES, AttentionStep.KEYS, AttentionStep.VALUES);
    private static final List<Long> SWAPPED = List.of(0L, 2L, 1L, 3L);
    private static final List<Long> SWAPPED_AND_TURNED = List.of(0L, 2L, 3L, 1L);

    private final GraphBuilder graph;

    AttentionNodes(GraphBuilder graph) {
        this.graph = graph;
    }

    /// The sizes are an attribute up to operator set 12 and an input from 13 on.
    void split(Node node) {
        node.refuseInputsBeyond(2);
        node.ignore("num_outputs");
        String input = graph.activation(node, 0);
        int[] shape = graph.shape(input);
        long axis = node.integer("axis", 0);
        if (shape.length != 2 || (axis != 2 && axis != -1) || node.outputs().size() != PARTS.size()) {
            throw node.unsupported("only tokens may be split, into queries, keys and values");
        }
        List<Long> sizes = node.hasInput(1)
                ? ShapeArithmetic.integers(graph, node, 1)
                : node.integers("split").orElse(Collections.nCopies(PARTS.size(), shape[1] / 3L));
        if (!sizes.equals(Collections.nCopies(PARTS.size(), shape[1] / 3L)) || shape[1] % 3 != 0) {
            throw node.unsupported("a split of " + shape[1] + " channels into " + sizes + " is not in equal parts");
        }
        for (int i = 0; i < PARTS.size(); i++) {
            graph.define(node.outputs().get(i), new AttentionPart(input, 0, PARTS.get(i)));
        }
    }

    void reshape(Node node, AttentionPart part, ReshapeTarget target) {
        int tokens = graph.shape(part.input())[0];
        int channels = graph.shape(part.input())[1] / 3;
        if (part.step() == AttentionStep.MIXED_TOKENS && target.is(tokens, channels)) {
            String output = graph.names().value(node.output(), node);
            graph.emit(node, new Op.SelfAttention(output, part.input(), part.heads()));
            return;
        }
        long heads = target.dimensions().size() == 4 ? target.dimensions().get(2) : 0;
        if (heads < 1 || channels % heads != 0 || !target.is(tokens, (int) heads, channels / (int) heads)) {
            throw node.unsupported("a reshape to " + target + " does not share out " + channels + " channels to heads");
        }
        AttentionStep apart = switch (part.step()) {
            case QUERIES -> AttentionStep.QUERIES_APART;
            case KEYS -> AttentionStep.KEYS_APART;
            case VALUES -> AttentionStep.VALUES_APART;
            default -> throw unexpected(node, part);
        };
        graph.define(node.output(), new AttentionPart(part.input(), (int) heads, apart));
    }

    void transpose(Node node, AttentionPart part) {
        List<Long> order = node.integers("perm").orElse(List.of());
        AttentionStep next = switch (part.step()) {
            case QUERIES_APART -> AttentionStep.QUERY_HEADS;
            case KEYS_APART -> AttentionStep.KEY_HEADS_TRANSPOSED;
            case VALUES_APART -> AttentionStep.VALUE_HEADS;
            case MIXED_HEADS -> AttentionStep.MIXED_TOKENS;
            default -> throw unexpected(node, part);
        };
        if (!order.equals(next == AttentionStep.KEY_HEADS_TRANSPOSED ? SWAPPED_AND_TURNED : SWAPPED)) {
            throw node.unsupported("perm = " + order + " does not bring tokens to heads or back");
        }
        graph.define(node.output(), part.at(next));
    }

    void softmax(Node node) {
        node.refuseInputsBeyond(1);
        long axis = node.integer("axis", 1);
        if (!(graph.value(node, 0) instanceof AttentionPart part)
                || part.step() != AttentionStep.SCALED_SCORES
                || (axis != 3 && axis != -1)) {
            throw node.unsupported("supported only over the keys of self-attention, after the scores are scaled");
        }
        graph.define(node.output(), part.at(AttentionStep.SHARES));
    }

    /// The product of two parts.
    void matMul(Node node, AttentionPart left) {
        if (!(graph.value(node, 1) instanceof AttentionPart right) || !right.equals(left.at(right.step()))) {
            throw node.unsupported("multiplies a part of attention with something else");
        }
        if (left.step() == AttentionStep.QUERY_HEADS && right.step() == AttentionStep.KEY_HEADS_TRANSPOSED) {
            graph.define(node.output(), left.at(AttentionStep.SCORES));
        } else if (left.step() == AttentionStep.SHARES && right.step() == AttentionStep.VALUE_HEADS) {
            graph.define(node.output(), left.at(AttentionStep.MIXED_HEADS));
        } else {
            throw unexpected(node, left);
        }
    }

    /// The scores by 1 / √d, d the channels of a head.
    ///
    /// @param divides  whether the number stands below the line
    void scale(Node node, AttentionPart part, int numberInput, boolean divides) {
        if (part.step() != AttentionStep.SCORES) {
            throw unexpected(node, part);
        }
        double root = Math.sqrt(graph.shape(part.input())[1] / 3.0 / part.heads());
        if (!graph.isNumber(node, numberInput, divides ? root : 1 / root)) {
            throw node.unsupported("scores are supported only divided by the root of a head's channels, " + root);
        }
        graph.define(node.output(), part.at(AttentionStep.SCALED_SCORES));
    }

    private static UnsupportedOnnx unexpected(Node node, AttentionPart part) {
        return node.unsupported("is not what follows " + part.step() + " in self-attention as it is supported");
    }
}
