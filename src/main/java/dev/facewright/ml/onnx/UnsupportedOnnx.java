package dev.facewright.ml.onnx;

import java.util.List;

/// An ONNX model that cannot be read into a `Network`; the message names the node or attribute and what is
/// supported.
public final class UnsupportedOnnx extends IllegalArgumentException {
    /// What stands in the way, for whoever says it in another language.
    public enum Rule {
        /// The bytes are no ONNX model, or not all of one.
        NOT_ONNX,
        /// Larger than anything that is read.
        TOO_LARGE,
        /// The operator set: its version, the oldest and the newest that are read.
        OPERATOR_SET,
        /// Weights that are not stored densely.
        SPARSE,
        /// Another number of inputs than one: the number.
        INPUTS,
        /// The input is no image: its name.
        INPUT,
        /// The output is no embedding, or not alone.
        OUTPUT,
        /// A stored tensor: its name.
        TENSOR,
        /// A node: its operator and its name.
        NODE,
        /// The nodes go round in a circle.
        CYCLE,
        /// A model that was read cannot be run.
        NOT_RUNNABLE
    }

    private final Rule rule;
    private final transient List<String> arguments;

    UnsupportedOnnx(Rule rule, List<String> arguments, String problem) {
        super(problem);
        this.rule = rule;
        this.arguments = List.copyOf(arguments);
    }

    UnsupportedOnnx(Rule rule, String problem) {
        this(rule, List.of(), problem);
    }

    UnsupportedOnnx(Rule rule, String problem, Throwable cause) {
        super(problem, cause);
        this.rule = rule;
        this.arguments = List.of();
    }

    public Rule rule() {
        return rule;
    }

    /// Of the rule.
    public List<String> arguments() {
        return arguments;
    }
}
