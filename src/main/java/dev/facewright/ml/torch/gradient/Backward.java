package dev.facewright.ml.torch.gradient;

import dev.facewright.ml.torch.text.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The way back through a network that was cut into segments: one call of autograd a segment.
public final class Backward {
    private final Script script;
    private final Map<String, String> places;
    private final Map<String, String> gradients = new HashMap<>();

    /// @param places  from a parameter's name to the expression of its leaf
    public Backward(Script script, Map<String, String> places) {
        this.script = script;
        this.places = places;
    }

    /// @param output  the expression of what the segment gives
    /// @param slope  the variable of the loss's slope at the output; null at the loss itself
    /// @param input  the variable of what the segment reads; null where no slope is wanted
    /// @param parameters  that the segment reads
    /// @return the variable of the slope at the input; empty where none is wanted
    public String step(String output, @Nullable String slope, @Nullable String input, List<String> parameters) {
        List<String> wanted = new ArrayList<>();
        if (input != null) {
            wanted.add(input);
        }
        parameters.forEach(parameter -> wanted.add(Objects.requireNonNull(places.get(parameter))));
        if (wanted.isEmpty()) {
            return "";
        }
        String from = slope == null ? "" : ", annotate(List[Optional[Tensor]], [" + slope + "])";
        String found = script.let("torch.grad([" + output + "], [" + String.join(", ", wanted) + "]" + from + ")");
        int first = input == null ? 0 : 1;
        for (int i = 0; i < parameters.size(); i++) {
            add(parameters.get(i), script.let(Script.present(found, first + i)));
        }
        return input == null ? "" : script.let(Script.present(found, 0));
    }

    private void add(String parameter, String gradient) {
        gradients.merge(parameter, gradient, (one, other) -> script.let("torch.add(" + one + ", " + other + ")"));
    }

    /// The expression of the list of their gradients, in their order.
    public String gradients(List<String> parameters) {
        return parameters.stream().map(gradients::get).collect(Collectors.joining(", ", "[", "]"));
    }
}
