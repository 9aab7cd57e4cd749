package dev.facewright.ml.torch;

import dev.facewright.ml.torch.HeadScript.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Who writes the gradient of a training step.
enum Differentiation {
    /// We do, for the network; the objective is small and left to autograd.
    COMPILED {
        @Override
        Outcome write(Script script, ObjectiveScript goal, List<StateList> lists) {
            Map<String, String> places = places(lists, TrainingScript.PARAMETERS);
            Activations activations = new Activations(script, places::get);
            Map<String, String> ends = new HashMap<>(places);
            String output = leaf(script, activations.forward(goal.network(), goal.input()));
            List<String> learnt = Stream.concat(goal.decayed().stream(), goal.biases().stream())
                    .toList();
            learnt.forEach(name -> ends.computeIfPresent(name, (_, place) -> leaf(script, place)));
            script.line("torch.set_grad_enabled(True)");
            Outcome outcome = goal.write(script, ends::get, output);
            String wanted = Stream.concat(Stream.of(output), learnt.stream().map(ends::get))
                    .collect(Collectors.joining(", "));
            String found = script.let("torch.grad([" + outcome.loss() + "], [" + wanted + "])");
            script.line("torch.set_grad_enabled(False)");
            Map<String, String> all = new GradientScript(script, activations, places::get)
                    .write(goal.network(), script.let(part(found, 0)));
            IntStream.range(0, learnt.size()).forEach(i -> all.put(learnt.get(i), part(found, i + 1)));
            List<String> ordered =
                    lists.getFirst().tensors().stream().map(all::get).toList();
            script.line(GRADIENTS + " = [" + String.join(", ", ordered) + "]");
            return outcome;
        }
    },

    /// PyTorch's autograd does, for everything: what ours is checked against and measured by.
    AUTOGRAD {
        @Override
        Outcome write(Script script, ObjectiveScript goal, List<StateList> lists) {
            script.line("torch.set_grad_enabled(True)");
            // Fresh leaves on the same memory: the gradient ends at them, and the update goes around it.
            script.line("leaves = [torch.requires_grad_(torch.detach(t), True) for t in " + TrainingScript.PARAMETERS
                    + "]");
            UnaryOperator<String> tensor = places(lists, "leaves")::get;
            String output = new NetworkScript(script, tensor, true).write(goal.network(), goal.input());
            Outcome outcome = goal.write(script, tensor, output);
            script.line(
                    GRADIENTS + " = [torch._unwrap_optional(t) for t in torch.grad([" + outcome.loss() + "], leaves)]");
            script.line("torch.set_grad_enabled(False)");
            return outcome;
        }
    };

    /// The list variable that the gradients are left in.
    static final String GRADIENTS = "gradients";

    /// Writes forward pass, loss and gradient; the gradients stand in the order of the parameters.
    ///
    /// @param lists  all of the program's, the parameters first
    abstract Outcome write(Script script, ObjectiveScript goal, List<StateList> lists);

    /// Where each tensor is found.
    ///
    /// @param parameters  the list that stands for the parameters
    private static Map<String, String> places(List<StateList> lists, String parameters) {
        Map<String, String> places = new HashMap<>();
        for (StateList list : lists) {
            String argument = list.argument().equals(TrainingScript.PARAMETERS) ? parameters : list.argument();
            IntStream.range(0, list.tensors().size())
                    .forEach(i -> places.put(list.tensors().get(i), argument + "[" + i + "]"));
        }
        return places;
    }

    private static String leaf(Script script, String tensor) {
        return script.let("torch.requires_grad_(torch.detach(" + tensor + "), True)");
    }

    private static String part(String gradients, int place) {
        return "torch._unwrap_optional(" + gradients + "[" + place + "])";
    }
}
