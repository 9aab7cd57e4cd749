package dev.facewright.ml.torch.step;

import dev.facewright.ml.torch.gradient.Activations;
import dev.facewright.ml.torch.gradient.GradientScript;
import dev.facewright.ml.torch.objective.ObjectiveScript;
import dev.facewright.ml.torch.objective.ObjectiveScript.Outcome;
import dev.facewright.ml.torch.text.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Our own gradient of the network; the objective is small and left to autograd.
///
/// @param places  from a tensor's name to the expression that reads it
record CompiledGradient(Script script, ObjectiveScript goal, Map<String, String> places) {
    /// @param list  the variable that takes the gradients, in the order of the parameters
    /// @param seed  the expression that the gradient is taken of
    Outcome write(String list, List<String> parameters, Function<Outcome, String> seed) {
        script.line("torch.set_grad_enabled(False)");
        Activations activations = new Activations(script, places::get);
        Map<String, String> ends = new HashMap<>(places);
        String output = script.leaf(activations.forward(goal.network(), goal.input()));
        List<String> learnt =
                Stream.concat(goal.decayed().stream(), goal.biases().stream()).toList();
        learnt.forEach(name -> ends.computeIfPresent(name, (_, place) -> script.leaf(place)));
        script.line("torch.set_grad_enabled(True)");
        Outcome outcome = goal.write(script, ends::get, output);
        String wanted =
                Stream.concat(Stream.of(output), learnt.stream().map(ends::get)).collect(Collectors.joining(", "));
        String found = script.let("torch.grad([" + seed.apply(outcome) + "], [" + wanted + "])");
        script.line("torch.set_grad_enabled(False)");
        Map<String, String> all = new GradientScript(script, activations, places::get)
                .write(goal.network(), script.let(Script.present(found, 0)));
        IntStream.range(0, learnt.size()).forEach(i -> all.put(learnt.get(i), Script.present(found, i + 1)));
        script.line(list + " = " + parameters.stream().map(all::get).collect(Collectors.joining(", ", "[", "]")));
        return outcome;
    }
}
