package dev.facewright.ml.torch.gradient;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.torch.text.NetworkScript;
import dev.facewright.ml.torch.text.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the gradient of one operation as PyTorch's: runs it a second time, this time under autograd. Right for
/// every operation that draws no random numbers and changes no statistics, at the cost of that second time.
final class AutogradScript {
    private final WayBack way;
    private final Script script;
    private final Map<String, String> leaves = new HashMap<>();

    AutogradScript(WayBack way) {
        this.way = way;
        script = way.script();
    }

    void write(Op op, String gradient) {
        List<String> inputs =
                op.inputs().stream().distinct().filter(way::isMade).toList();
        NetworkScript again = new NetworkScript(
                script, name -> leaves.getOrDefault(name, way.weight(name)), NetworkScript.Norms.STILL);
        op.inputs().forEach(name -> again.define(name, way.value(name)));
        script.line("torch.set_grad_enabled(True)");
        List<String> wanted = new ArrayList<>();
        for (String name : inputs) {
            again.define(name, script.leaf(again.value(name)));
            wanted.add(again.value(name));
        }
        for (String name : op.parameters()) {
            leaves.put(name, script.leaf(way.weight(name)));
            wanted.add(leaves.get(name));
        }
        if (!wanted.isEmpty()) {
            again.make(op);
            String all = script.let("torch.grad([" + again.value(op.output()) + "], [" + String.join(", ", wanted)
                    + "], annotate(List[Optional[Tensor]], [" + gradient + "]))");
            hand(all, inputs, way.values(), 0);
            hand(all, op.parameters(), way.parameters(), inputs.size());
        }
        script.line("torch.set_grad_enabled(False)");
    }

    /// Not as the caller's own: autograd may hand back what it was given, or a view of it.
    private void hand(String all, List<String> names, GradientSums sums, int first) {
        for (int i = 0; i < names.size(); i++) {
            String part = script.let(Script.present(all, first + i));
            sums.add(names.get(i), new GradientSums.Gradient(part, false));
        }
    }
}
