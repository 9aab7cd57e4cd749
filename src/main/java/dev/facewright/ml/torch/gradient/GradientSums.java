package dev.facewright.ml.torch.gradient;

import dev.facewright.ml.torch.text.Script;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gradients on their way back through a network, by the value or parameter they belong to: what several readers
/// of a value send back is added up, in place where nobody else holds the tensor.
final class GradientSums {
    /// @param own  whether nothing else reads the variable, so that it may be overwritten
    record Gradient(String variable, boolean own) {}

    private final Script script;
    private final Map<String, Gradient> sums = new HashMap<>();

    GradientSums(Script script) {
        this.script = script;
    }

    void add(String name, Gradient part) {
        sums.merge(name, part, this::sum);
    }

    void add(String name, String fresh) {
        add(name, new Gradient(fresh, true));
    }

    /// The sum so far, or null if no part has come in: nothing that follows depends on the value.
    @Nullable
    Gradient get(String name) {
        return sums.get(name);
    }

    private Gradient sum(Gradient before, Gradient part) {
        if (part.own()) {
            return new Gradient(script.let("torch.add_(" + part.variable() + ", " + before.variable() + ")"), true);
        }
        String function = before.own() ? "torch.add_(" : "torch.add(";
        return new Gradient(script.let(function + before.variable() + ", " + part.variable() + ")"), true);
    }
}
