package dev.facewright.ml.torch.step;

import dev.facewright.ml.torch.objective.ObjectiveScript;
import dev.facewright.ml.torch.text.Learnt;
import dev.facewright.ml.torch.text.Script;
import dev.facewright.ml.torch.text.StateList;
import dev.facewright.ml.torch.update.LossScaleScript;
import dev.facewright.ml.torch.update.OptimiserScript;
import java.util.ArrayList;
import java.util.List;

/// The methods of a step that several devices take together.
///
/// @param part  from images, labels, the count of the whole batch and `followed` to the gradients of this part's
///     share in the mean, its share of the loss, and its hits, in one list; with `moved`, from zero, moved as far as
///     it moves the norms' statistics
/// @param followed  lists of the state that a part reads
/// @param moved  the list of the norms' statistics, or nothing if there are none
/// @param update  from the sum of all parts' lists, the rate and `lists` to the step's outcome
/// @param lists  the whole state, the parameters first
/// @param accumulationSteps  into how many parts each device cuts its own
public record ReplicaScripts(
        String part,
        List<StateList> followed,
        List<StateList> moved,
        String update,
        List<StateList> lists,
        int accumulationSteps) {
    private static final String TOTAL = "total";
    private static final String SUMS = "sums";

    /// `sums` += `others`, from another device.
    public static final String ADD = helper(
            List.of("sums: List[Tensor]", "others: List[Tensor]"),
            "torch._foreach_add_(sums, [torch.to(t, sums[0], False, False, None) for t in others], alpha=1.)",
            "sums[0]");

    /// `statistics` ← `kept` · `statistics` + `moved`, from another device.
    public static final String FOLLOW = helper(
            List.of("kept: Tensor", "statistics: List[Tensor]", "moved: List[Tensor]"),
            "torch._foreach_mul_(statistics, kept)\n"
                    + "torch._foreach_add_(statistics, [torch.to(t, kept, False, False, None) for t in moved], alpha=1.)",
            "kept");

    /// `targets` ← `sources`, on another device.
    public static final String COPY = helper(
            List.of("any: Tensor", "targets: List[Tensor]", "sources: List[Tensor]"),
            "torch._foreach_copy_(targets, sources, False)",
            "any");

    /// @throws IllegalArgumentException if the objective needs a whole batch, or remembers one part in the next
    public static ReplicaScripts of(StepPlan plan) {
        ObjectiveScript goal = plan.goal();
        OptimiserScript optimiser = TrainingScript.optimiser(goal, plan.settings());
        Learnt learnt = optimiser.learnt();
        boolean remembers =
                !goal.lists(learnt.parameters(), learnt.statistics()).isEmpty();
        if (plan.objective().views() > 1 || goal.drawsByStep() || remembers) {
            throw new IllegalArgumentException(
                    "Several devices can only work on a head with all its centres and without running statistics");
        }
        List<StateList> lists = TrainingScript.lists(goal, optimiser);
        List<StateList> followed = named(lists, List.of(Learnt.PARAMETERS, LossScaleScript.SCALER));
        List<StateList> moved = named(lists, List.of(Learnt.STATISTICS));
        List<StateList> read = new ArrayList<>(followed);
        read.addAll(moved);
        Script part = new Script();
        part.line("torch.set_grad_enabled(False)");
        moved.forEach(list -> part.line("torch._foreach_zero_(" + list.argument() + ")"));
        optimiser.begin(part);
        plan.gradient(part, goal, optimiser, read).writePart(TOTAL);
        return new ReplicaScripts(
                partMethod(part, read),
                followed,
                moved,
                update(optimiser, lists),
                lists,
                plan.settings().optimiser().accumulationSteps());
    }

    private static String partMethod(Script part, List<StateList> read) {
        List<String> arguments = new ArrayList<>(List.of("images: Tensor", "labels: Tensor", TOTAL + ": Tensor"));
        read.forEach(list -> arguments.add(list.declaration()));
        String beside = "[" + StepGradient.LOSS + ", " + StepGradient.HITS + "]";
        return part.forwardList(arguments, "torch.add(" + StepGradient.GRADIENTS + ", " + beside + ")");
    }

    private static String update(OptimiserScript optimiser, List<StateList> lists) {
        int count = optimiser.learnt().parameters().size();
        Script script = new Script();
        script.line("torch.set_grad_enabled(False)");
        script.line(StepGradient.GRADIENTS + " = " + SUMS + "[:" + count + "]");
        script.line(StepGradient.LOSS + " = " + SUMS + "[" + count + "]");
        script.line(StepGradient.HITS + " = " + SUMS + "[" + (count + 1) + "]");
        optimiser.begin(script);
        String norm = optimiser.write(script, StepGradient.GRADIENTS);
        List<String> arguments = new ArrayList<>(List.of(SUMS + ": List[Tensor]", "rate: Tensor"));
        lists.forEach(list -> arguments.add(list.declaration()));
        return script.forward(arguments, TrainingScript.outcome(optimiser, norm));
    }

    private static List<StateList> named(List<StateList> lists, List<String> arguments) {
        return lists.stream()
                .filter(list -> arguments.contains(list.argument()))
                .toList();
    }

    private static String helper(List<String> arguments, String lines, String result) {
        Script script = new Script();
        lines.lines().forEach(script::line);
        return script.forward(arguments, result);
    }
}
