package dev.facewright.ml.torch.text;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// Writes a network's operations into a script. Activations are channels-last, which oneDNN's kernels want.
public final class NetworkScript {
    public static final double STATISTICS_MOMENTUM = 0.1;

    private final Script script;
    private final Arithmetic arithmetic;
    private final OpText operations;
    private final Map<String, String> variables = new HashMap<>();

    /// By which statistics BatchNorm goes.
    public enum Norms {
        /// The running ones, as after training.
        RUNNING,
        /// The batch's, moving the running ones in place.
        MOVED,
        /// The batch's, leaving the running ones as they are.
        STILL
    }

    /// @param weight  from a tensor's name to the expression that reads it
    public NetworkScript(Script script, Function<String, String> weight, Norms norms, Arithmetic arithmetic) {
        this.script = script;
        this.arithmetic = arithmetic;
        this.operations = new OpText(script, weight, this::value, norms, arithmetic);
    }

    /// In float32 throughout.
    public NetworkScript(Script script, Function<String, String> weight, Norms norms) {
        this(script, weight, norms, Arithmetic.FULL);
    }

    /// @param images  the expression of the input, float32 `[batch, channels, side, side]`
    /// @return the variable of the output, float32
    public String write(Network network, String images) {
        return write(new Segment(network.input(), network.ops(), network.output()), input(images), network.output());
    }

    /// @return the variable of the network's input, as its operations take it
    public String input(String images) {
        return script.let("torch.contiguous(" + arithmetic.stored(images) + ", memory_format=2)");
    }

    /// @param input  the variable of what the segment reads
    /// @param networkOutput  float32 where the segment ends in it
    /// @return the variable of what the segment gives
    public String write(Segment segment, String input, String networkOutput) {
        variables.put(segment.input(), input);
        for (Op op : segment.ops()) {
            variables.put(op.output(), script.let(operations.text(op)));
        }
        String output = value(segment.output());
        boolean last = arithmetic.mixed() && segment.output().equals(networkOutput);
        return last ? script.let(arithmetic.full(output)) : output;
    }

    /// Begins with the network's input; operations follow one by one.
    ///
    /// @param images  as for `write`
    public void start(Network network, String images) {
        define(network.input(), input(images));
    }

    /// Writes one operation, whose inputs are known.
    public void make(Op op) {
        define(op.output(), script.let(operations.text(op)));
    }

    /// From here on the value is what the variable holds.
    public void define(String name, String variable) {
        variables.put(name, variable);
    }

    /// A variable that no later line reads is freed by TorchScript.
    public void forget(String name) {
        variables.remove(name);
    }

    public boolean knows(String name) {
        return variables.containsKey(name);
    }

    public String value(String name) {
        String variable = variables.get(name);
        if (variable == null) {
            throw new IllegalStateException("Network let an operation read " + name + " before it is made");
        }
        return variable;
    }

    public static String pair(int value) {
        return "[" + value + ", " + value + "]";
    }
}
