package dev.facewright.ml.torch.update;

import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.WeightShapes;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.torch.text.Learnt;
import dev.facewright.ml.torch.text.Script;
import dev.facewright.ml.torch.text.StateList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The moving average of a network's weights and of its norms' statistics, which a finished model carries. Early
/// updates weigh more: after n of them the next keeps min(decay, (1 + n) / (10 + n)) of the average, as in
/// TensorFlow's `ExponentialMovingAverage`. The head has no average: no model carries it.
///
/// @param decay  in (0, 1)
public record AverageScript(double decay) implements UpdatePart {
    private static final String AVERAGES = "averages";
    private static final String AVERAGE = "average";
    private static final String UPDATES = "average_updates";

    /// How many updates there were, float32 `[1]`: exact up to 2²⁴.
    static final String COUNT = "average:updates";

    public static String name(String tensor) {
        return StateList.name(AVERAGE, tensor);
    }

    @Override
    public List<StateList> lists(Learnt learnt) {
        return List.of(StateList.beside(learnt.ofNetwork(), AVERAGES, AVERAGE), new StateList(UPDATES, List.of(COUNT)));
    }

    @Override
    public SequencedMap<String, int[]> shapes(Learnt learnt, WeightShapes values) {
        SequencedMap<String, int[]> shapes = UpdatePart.beside(learnt.ofNetwork(), AVERAGE, values);
        shapes.put(COUNT, new int[] {1});
        return shapes;
    }

    /// The average begins as the network does.
    @Override
    public SequencedMap<String, Tensor> fresh(Learnt learnt, Weights values) {
        SequencedMap<String, Tensor> fresh = new LinkedHashMap<>();
        learnt.ofNetwork().forEach(tensor -> {
            Tensor value = values.get(tensor);
            fresh.put(name(tensor), new Tensor(value.shape(), value.floats().clone()));
        });
        fresh.put(COUNT, Tensor.filled(0, 1));
        return fresh;
    }

    /// Written after the update.
    void write(Script script, Learnt learnt) {
        String live = learnt.ofNetwork().stream().map(learnt::place).collect(Collectors.joining(", ", "[", "]"));
        String updates = script.let("torch.squeeze(" + UPDATES + "[0])");
        String early = "torch.div(torch.add(" + updates + ", 1.), torch.add(" + updates + ", 10.))";
        String kept = script.let("torch.clamp_max(" + early + ", " + Script.number(decay) + ")");
        String way = script.let("torch._foreach_sub(" + live + ", " + AVERAGES + ", alpha=1.)");
        script.line("torch._foreach_mul_(" + way + ", torch.rsub(" + kept + ", 1.))");
        script.line("torch._foreach_add_(" + AVERAGES + ", " + way + ", alpha=1.)");
        script.line("torch._foreach_add_(" + UPDATES + ", 1.)");
    }
}
