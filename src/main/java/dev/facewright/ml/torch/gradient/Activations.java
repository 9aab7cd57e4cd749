package dev.facewright.ml.torch.gradient;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.torch.text.NetworkScript;
import dev.facewright.ml.torch.text.Script;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// The forward pass of training, and what of it the backward pass can ask for. Only what is dear to make is kept
/// in between; norms and activations are made again from it, bit by bit the same.
/// Rota Bulò et al., *In-Place Activated BatchNorm*, CVPR 2018, section 3, <https://arxiv.org/abs/1712.02616>.
public final class Activations {
    private static final String MOMENTUM = Script.number(NetworkScript.STATISTICS_MOMENTUM);

    /// Variables of one batch's statistics, float32 `[channels]`; the variance is the biased one.
    record Statistics(String mean, String variance) {}

    private final Script script;
    private final Function<String, String> weight;
    private final NetworkScript network;
    private final Map<String, Op> makers = new HashMap<>();
    private final Map<String, Statistics> statistics = new HashMap<>();

    /// @param weight  from a tensor's name to the expression that reads it
    public Activations(Script script, Function<String, String> weight) {
        this.script = script;
        this.weight = weight;
        network = new NetworkScript(script, weight, NetworkScript.Norms.MOVED);
    }

    /// Moves the running statistics of the norms.
    ///
    /// @param images  the expression of the input, float32 `[batch, channels, side, side]`
    /// @return the variable of the output
    public String forward(Network whole, String images) {
        network.start(whole, images);
        for (Op op : whole.ops()) {
            makers.put(op.output(), op);
            if (op instanceof Op.BatchNorm norm) {
                statistics.put(norm.output(), measure(norm));
            }
            make(op);
        }
        String output = value(whole.output());
        keepOnly(whole);
        return output;
    }

    private void keepOnly(Network whole) {
        whole.ops().stream().filter(op -> !isKept(op)).forEach(op -> network.forget(op.output()));
    }

    /// The variable of a value, for reading only: kept, or made again here.
    String value(String name) {
        if (!network.knows(name)) {
            Op maker = maker(name);
            maker.inputs().forEach(this::value);
            make(maker);
        }
        return network.value(name);
    }

    /// The operation that makes a value other than the input.
    Op maker(String name) {
        Op maker = makers.get(name);
        if (maker == null) {
            throw new IllegalStateException("No operation makes " + name);
        }
        return maker;
    }

    boolean isMade(String name) {
        return makers.containsKey(name);
    }

    Statistics statistics(Op.BatchNorm norm) {
        Statistics measured = statistics.get(norm.output());
        if (measured == null) {
            throw new IllegalStateException("The forward pass has not been through " + norm);
        }
        return measured;
    }

    /// A sum of a residual network is as cheap as a norm, but rests on the sum before it, down to the first.
    private static boolean isKept(Op op) {
        return switch (op) {
            case Op.Conv2d _, Op.Linear _, Op.SelfAttention _, Op.Add _, Op.GlobalPool _ -> true;
            case Op.BatchNorm _,
                    Op.PRelu _,
                    Op.Relu _,
                    Op.LeakyRelu _,
                    Op.Clip _,
                    Op.HardSwish _,
                    Op.HardSigmoid _,
                    Op.Sigmoid _,
                    Op.Gelu _,
                    Op.Mul _,
                    Op.ChannelScale _,
                    Op.LayerNorm _,
                    Op.Tokens _,
                    Op.Position _,
                    Op.Flatten _ -> false;
        };
    }

    private void make(Op op) {
        if (op instanceof Op.BatchNorm norm) {
            network.define(norm.output(), script.let(normalised(norm)));
        } else {
            network.make(op);
        }
    }

    private Statistics measure(Op.BatchNorm norm) {
        String mean = script.variable();
        String variance = script.variable();
        script.line(mean + ", " + variance + " = torch.batch_norm_update_stats(" + network.value(norm.input()) + ", "
                + weight.apply(norm.mean()) + ", " + weight.apply(norm.variance()) + ", " + MOMENTUM + ")");
        return new Statistics(mean, variance);
    }

    private String normalised(Op.BatchNorm norm) {
        Statistics of = statistics(norm);
        return "torch.batch_norm(" + network.value(norm.input()) + ", " + weight.apply(norm.gamma()) + ", "
                + weight.apply(norm.beta()) + ", " + of.mean() + ", " + of.variance() + ", False, " + MOMENTUM + ", "
                + Script.number(norm.epsilon()) + ", True)";
    }
}
