package dev.facewright.ml.torch;

import dev.facewright.ml.graph.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Writes the gradient of one operation as PyTorch's: runs it a second time, this time under autograd. Right for
/// every operation that draws no random numbers and changes no statistics, at the cost of that second time.
final class AutogradScript {
    private final Script script;
    private final Activations activations;
    private final Function<String, String> weight;
    private final Map<String, String> leaves = new HashMap<>();

    AutogradScript(Script script, Activations activations, Function<String, String> weight) {
        this.script = script;
        this.activations = activations;
        this.weight = weight;
    }

    void write(Op op, String gradient, GradientSums values, GradientSums parameters) {
        List<String> inputs =
                op.inputs().stream().distinct().filter(activations::isMade).toList();
        NetworkScript again = new NetworkScript(
                script, name -> leaves.getOrDefault(name, weight.apply(name)), NetworkScript.Norms.STILL);
        op.inputs().forEach(name -> again.define(name, activations.value(name)));
        script.line("torch.set_grad_enabled(True)");
        List<String> wanted = new ArrayList<>();
        for (String name : inputs) {
            again.define(name, leaf(again.value(name)));
            wanted.add(again.value(name));
        }
        for (String name : op.parameters()) {
            leaves.put(name, leaf(weight.apply(name)));
            wanted.add(leaves.get(name));
        }
        if (!wanted.isEmpty()) {
            again.make(op);
            String all = script.let("torch.grad([" + again.value(op.output()) + "], [" + String.join(", ", wanted)
                    + "], annotate(List[Optional[Tensor]], [" + gradient + "]))");
            hand(all, inputs, values, 0);
            hand(all, op.parameters(), parameters, inputs.size());
        }
        script.line("torch.set_grad_enabled(False)");
    }

    private String leaf(String tensor) {
        return script.let("torch.requires_grad_(torch.detach(" + tensor + "), True)");
    }

    /// Not as the caller's own: autograd may hand back what it was given, or a view of it.
    private void hand(String all, List<String> names, GradientSums sums, int first) {
        for (int i = 0; i < names.size(); i++) {
            String part = script.let("torch._unwrap_optional(" + all + "[" + (first + i) + "])");
            sums.add(names.get(i), new GradientSums.Gradient(part, false));
        }
    }
}
