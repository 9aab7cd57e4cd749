package dev.facewright.ml.torch.gradient;

import dev.facewright.ml.torch.gradient.GradientSums.Gradient;
import dev.facewright.ml.torch.text.Script;
import java.util.function.Function;

/// What everybody uses who writes a part of the way back through a network.
///
/// @param activations  what the forward pass left
/// @param reader  from a tensor's name to the expression that reads it
/// @param values  gradients of what operations gave, so far
/// @param parameters  gradients of what is learnt, so far
record WayBack(
        Script script,
        Activations activations,
        Function<String, String> reader,
        GradientSums values,
        GradientSums parameters) {
    WayBack(Script script, Activations activations, Function<String, String> reader) {
        this(script, activations, reader, new GradientSums(script), new GradientSums(script));
    }

    String let(String expression) {
        return script.let(expression);
    }

    /// The expression that reads a tensor.
    String weight(String name) {
        return reader.apply(name);
    }

    /// The variable of what an operation gave, for reading only.
    String value(String name) {
        return activations.value(name);
    }

    /// Whether an operation gave it: nobody wants the gradient of the network's input.
    boolean isMade(String value) {
        return activations.isMade(value);
    }

    /// @param gradient  a variable that nothing else reads
    void send(String value, String gradient) {
        values.add(value, gradient);
    }

    void send(String value, Gradient gradient) {
        values.add(value, gradient);
    }

    /// @param gradient  a variable that nothing else reads
    void learn(String parameter, String gradient) {
        parameters.add(parameter, gradient);
    }
}
