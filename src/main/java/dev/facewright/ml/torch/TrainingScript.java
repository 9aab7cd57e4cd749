package dev.facewright.ml.torch;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.head.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A whole training step as one method: forward, loss, gradient, clipping and update. What it takes and changes
/// stays in the same tensors, so a step moves no weight.
///
/// @param source  the method; takes images, the objective's arguments, rate and the lists
/// @param lists  the list arguments, in order; the first holds the parameters
record TrainingScript(String source, List<StateList> lists) {
    static final String PARAMETERS = "parameters";
    static final String STATISTICS = "statistics";

    static TrainingScript of(Network backbone, Objective objective, OptimiserSettings settings) {
        return of(backbone, objective, settings, Differentiation.COMPILED);
    }

    static TrainingScript of(
            Network backbone, Objective objective, OptimiserSettings settings, Differentiation differentiation) {
        ObjectiveScript goal = ObjectiveScript.of(objective, backbone);
        List<String> decayed = decayed(goal);
        List<StateList> lists = lists(goal, decayed);
        Script script = new Script();
        script.line("torch.set_grad_enabled(False)");
        goal.begin(script, lists);
        HeadScript.Outcome outcome = differentiation.write(script, goal, lists);
        String norm = OptimiserScript.write(script, settings, PARAMETERS, Differentiation.GRADIENTS, decayed.size());
        goal.settle(script, lists);
        String result = "torch.stack([torch.detach(" + outcome.loss() + "), torch.to(" + outcome.hits() + ", 6), "
                + norm + "])";
        List<String> arguments = new ArrayList<>(List.of("images: Tensor"));
        goal.arguments().forEach(argument -> arguments.add(argument + ": Tensor"));
        arguments.add("rate: Tensor");
        lists.forEach(list -> arguments.add(list.declaration()));
        return new TrainingScript(script.forward(arguments, result), List.copyOf(lists));
    }

    private static List<StateList> lists(ObjectiveScript goal, List<String> decayed) {
        List<String> parameters = parameters(goal, decayed);
        List<String> statistics = goal.network().ops().stream()
                .flatMap(op -> op.buffers().stream())
                .distinct()
                .toList();
        List<StateList> lists = new ArrayList<>(List.of(new StateList(PARAMETERS, parameters)));
        lists.addAll(OptimiserScript.lists(parameters));
        lists.addAll(goal.lists(parameters, statistics));
        if (!statistics.isEmpty()) {
            lists.add(new StateList(STATISTICS, statistics));
        }
        return lists;
    }

    List<String> parameters() {
        return lists.getFirst().tensors();
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
