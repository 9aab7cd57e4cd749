package dev.facewright.ml.torch.step;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.WeightShapes;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.Objective;
import dev.facewright.ml.torch.objective.ObjectiveScript;
import dev.facewright.ml.torch.settings.TrainingSettings;
import dev.facewright.ml.torch.text.Learnt;
import dev.facewright.ml.torch.text.Script;
import dev.facewright.ml.torch.text.StateList;
import dev.facewright.ml.torch.update.OptimiserScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A whole training step as one method: forward, loss, gradient, clipping and update. What it takes and changes
/// stays in the same tensors, so a step moves no weight.
///
/// @param source  the method; takes images, the objective's arguments, rate and the lists
/// @param lists  the list arguments, in order; the first holds the parameters
public record TrainingScript(String source, List<StateList> lists) {
    /// Who writes the gradient of a training step.
    public enum Differentiation {
        /// We do, where everything is float32 and kept; autograd elsewhere.
        COMPILED,
        /// PyTorch's autograd does: what ours is checked against and measured by.
        AUTOGRAD
    }

    static final String LEAVES = "leaves";

    public static TrainingScript of(StepPlan plan) {
        ObjectiveScript goal = plan.goal();
        if (plan.objective().views() > 1 && plan.settings().optimiser().accumulationSteps() > 1) {
            throw new IllegalArgumentException("Views are contrasted over a whole batch: it cannot be cut into parts");
        }
        OptimiserScript optimiser = optimiser(goal, plan.settings());
        List<StateList> lists = lists(goal, optimiser);
        Script script = new Script();
        script.line("torch.set_grad_enabled(False)");
        goal.begin(script, lists);
        optimiser.begin(script);
        plan.gradient(script, goal, optimiser, lists).write();
        String norm = optimiser.write(script, StepGradient.GRADIENTS);
        goal.settle(script, lists);
        List<String> arguments = new ArrayList<>(List.of("images: Tensor"));
        goal.arguments().forEach(argument -> arguments.add(argument + ": Tensor"));
        arguments.add("rate: Tensor");
        lists.forEach(list -> arguments.add(list.declaration()));
        return new TrainingScript(script.forward(arguments, outcome(optimiser, norm)), List.copyOf(lists));
    }

    /// The expression of what `StepResult.of` reads.
    ///
    /// @param norm  the variable of the gradient's
    static String outcome(OptimiserScript optimiser, String norm) {
        List<String> results = new ArrayList<>(List.of(StepGradient.LOSS, StepGradient.HITS, norm));
        results.addAll(optimiser.results());
        return "torch.stack([" + String.join(", ", results) + "])";
    }

    /// What the optimiser keeps before the first step.
    ///
    /// @param values  has everything that is learnt
    public static Weights fresh(Network backbone, Objective objective, TrainingSettings settings, Weights values) {
        return optimiser(ObjectiveScript.of(objective, backbone), settings).fresh(values);
    }

    /// What each of these must look like, by name.
    public static SequencedMap<String, int[]> shapes(
            Network backbone, Objective objective, TrainingSettings settings, WeightShapes values) {
        return optimiser(ObjectiveScript.of(objective, backbone), settings).shapes(values);
    }

    static OptimiserScript optimiser(ObjectiveScript goal, TrainingSettings settings) {
        List<String> decayed = decayed(goal);
        List<String> statistics = goal.network().ops().stream()
                .flatMap(op -> op.buffers().stream())
                .distinct()
                .toList();
        return new OptimiserScript(settings, new Learnt(parameters(goal, decayed), statistics), decayed.size());
    }

    static List<StateList> lists(ObjectiveScript goal, OptimiserScript optimiser) {
        Learnt learnt = optimiser.learnt();
        List<StateList> lists = new ArrayList<>(List.of(new StateList(Learnt.PARAMETERS, learnt.parameters())));
        lists.addAll(optimiser.lists());
        lists.addAll(goal.lists(learnt.parameters(), learnt.statistics()));
        if (!learnt.statistics().isEmpty()) {
            lists.add(new StateList(Learnt.STATISTICS, learnt.statistics()));
        }
        return lists;
    }

    /// Where each tensor is found.
    ///
    /// @param parameters  the list that stands for the parameters
    static Map<String, String> places(List<StateList> lists, String parameters) {
        Map<String, String> places = new HashMap<>();
        for (StateList list : lists) {
            String argument = list.argument().equals(Learnt.PARAMETERS) ? parameters : list.argument();
            IntStream.range(0, list.tensors().size())
                    .forEach(i -> places.put(list.tensors().get(i), argument + "[" + i + "]"));
        }
        return places;
    }

    /// Weight decay pulls directions together; on norms, biases and slopes it would only shrink what the data
    /// needs.
    private static List<String> decayed(ObjectiveScript goal) {
        Stream<String> weights = goal.network().ops().stream().mapMulti((op, found) -> {
            if (op instanceof Op.Conv2d conv) {
                found.accept(conv.weight());
            } else if (op instanceof Op.Linear linear) {
                found.accept(linear.weight());
            }
        });
        return Stream.concat(weights, goal.decayed().stream()).distinct().toList();
    }

    private static List<String> parameters(ObjectiveScript goal, List<String> decayed) {
        Stream<String> all = goal.network().ops().stream().flatMap(op -> op.parameters().stream());
        Stream<String> others = Stream.concat(all, goal.biases().stream());
        return Stream.concat(decayed.stream(), others).distinct().toList();
    }
}
