package dev.facewright.ml.torch.objective;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.MoCo;
import dev.facewright.ml.torch.objective.ObjectiveScript.Outcome;
import dev.facewright.ml.torch.text.Learnt;
import dev.facewright.ml.torch.text.NetworkScript;
import dev.facewright.ml.torch.text.Script;
import dev.facewright.ml.torch.text.StateList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// Queries of the first half of a batch against keys of the second and of earlier batches.
///
/// @param network  backbone and projector, of queries and keys alike
record MoCoScript(MoCo objective, Network network) implements ObjectiveScript {
    /// float32 `[queueSize, dimensions]`, unit rows, the newest first.
    static final String QUEUE = Learnt.OBJECTIVE + "queue";

    /// How many steps there were, float32 `[1]`: exact up to 2²⁴.
    static final String STEPS = Learnt.OBJECTIVE + "steps";

    private static final String KEY = Learnt.OBJECTIVE + "key";
    private static final String KEYS = "keys";
    private static final String KEY_STATISTICS = "key_statistics";
    private static final String MEMORY = "memory";
    private static final String NEW_KEYS = "new_keys";

    /// The tensor that follows another one.
    static String key(String name) {
        return StateList.name(KEY, name);
    }

    @Override
    public List<StateList> lists(List<String> parameters, List<String> statistics) {
        List<StateList> lists = new ArrayList<>();
        lists.add(StateList.beside(parameters, KEYS, KEY));
        if (!statistics.isEmpty()) {
            lists.add(StateList.beside(statistics, KEY_STATISTICS, KEY));
        }
        lists.add(new StateList(MEMORY, List.of(QUEUE, STEPS)));
        return lists;
    }

    /// The key encoder begins as the network does, the queue with keys of nobody.
    @Override
    public Weights fresh(FaceModel backbone, long seed) {
        Random random = new Random(seed);
        SequencedMap<String, Tensor> kept =
                new LinkedHashMap<>(Projector.fresh(backbone, objective.projectorDimensions(), random));
        SequencedMap<String, Tensor> followed =
                new LinkedHashMap<>(backbone.weights().tensors());
        followed.putAll(kept);
        network.weightNames().forEach(name -> kept.put(key(name), Objects.requireNonNull(followed.get(name))));
        kept.put(QUEUE, unitRows(Gaussian.tensor(1, random, objective.queueSize(), objective.projectorDimensions())));
        kept.put(STEPS, Tensor.filled(0, 1));
        return new Weights(kept);
    }

    @Override
    public SequencedMap<String, int[]> shapes(FaceModel backbone) {
        SequencedMap<String, int[]> shapes = Projector.shapes(backbone, objective.projectorDimensions());
        SequencedMap<String, int[]> followed = new LinkedHashMap<>(shapes);
        backbone.weights().tensors().forEach((name, tensor) -> followed.put(name, tensor.shape()));
        network.weightNames().forEach(name -> shapes.put(key(name), Objects.requireNonNull(followed.get(name))));
        shapes.put(QUEUE, new int[] {objective.queueSize(), objective.projectorDimensions()});
        shapes.put(STEPS, new int[] {1});
        return shapes;
    }

    private static Tensor unitRows(Tensor rows) {
        float[] values = rows.floats();
        int width = rows.shape()[1];
        for (int start = 0; start < values.length; start += width) {
            double squares = 0;
            for (int i = start; i < start + width; i++) {
                squares += values[i] * values[i];
            }
            for (int i = start; i < start + width; i++) {
                values[i] = (float) (values[i] / StrictMath.sqrt(squares));
            }
        }
        return rows;
    }

    /// The positive stands in the first column.
    @Override
    public List<long[]> targets(long[] labels, long globalStep) {
        return List.of(new long[labels.length]);
    }

    @Override
    public String input() {
        return "torch.chunk(images, 2)[0]";
    }

    @Override
    public Outcome write(Script script, UnaryOperator<String> tensor, String output) {
        String queries = HeadScript.unit(script, output);
        script.line("torch.set_grad_enabled(False)");
        follow(script);
        String encoded = new NetworkScript(script, name -> tensor.apply(key(name)), NetworkScript.Norms.RUNNING)
                .write(network, "torch.chunk(images, 2)[1]");
        String keys = HeadScript.unit(script, encoded);
        script.line(NEW_KEYS + " = " + keys);
        script.line("torch.set_grad_enabled(True)");
        String own = "torch.sum(torch.mul(" + queries + ", " + keys + "), [1], True)";
        String others = "torch.matmul(" + queries + ", torch.t(" + MEMORY + "[0]))";
        String cosines = "torch.cat([" + own + ", " + others + "], 1)";
        String logits = script.let("torch.div(" + cosines + ", " + Script.number(objective.temperature()) + ")");
        String loss = script.let("torch.cross_entropy_loss(" + logits + ", labels)");
        String found = "torch.eq(torch.argmax(torch.detach(" + logits + "), 1), labels)";
        return new Outcome(loss, script.let("torch.sum(" + found + ")"));
    }

    /// Before the keys are made, as in the paper's algorithm 1: what the network was before this step's update.
    private void follow(Script script) {
        double kept = objective.keyMomentum();
        script.line("torch._foreach_mul_(" + KEYS + ", " + Script.number(kept) + ")");
        script.line(
                "torch._foreach_add_(" + KEYS + ", " + Learnt.PARAMETERS + ", alpha=" + Script.number(1 - kept) + ")");
        if (network.ops().stream().anyMatch(op -> !op.buffers().isEmpty())) {
            // Fresh statistics describe no image, so they are left behind sooner: a step keeps (1 + n) / (10 + n).
            String steps = script.let("torch.squeeze(" + MEMORY + "[1])");
            String early = "torch.div(torch.add(" + steps + ", 1.), torch.add(" + steps + ", 10.))";
            String share = script.let("torch.clamp_max(" + early + ", " + Script.number(kept) + ")");
            script.line("torch._foreach_mul_(" + KEY_STATISTICS + ", " + share + ")");
            String moved = "torch._foreach_mul(" + Learnt.STATISTICS + ", torch.rsub(" + share + ", 1.))";
            script.line("torch._foreach_add_(" + KEY_STATISTICS + ", " + moved + ", alpha=1.)");
        }
    }

    @Override
    public void settle(Script script, List<StateList> lists) {
        String moved =
                "torch.slice(torch.cat([" + NEW_KEYS + ", " + MEMORY + "[0]]), 0, 0, " + objective.queueSize() + ")";
        script.line("queue = " + MEMORY + "[0]");
        script.line("torch.copy_(queue, " + moved + ")");
        script.line("steps = " + MEMORY + "[1]");
        script.line("torch.add_(steps, 1.)");
    }
}
