package dev.facewright.ml.torch.text;

import java.util.List;

/// A list argument of a training program: which tensors of the state it is made of.
///
/// @param argument  its name in the program
/// @param tensors  names in the state, in order; never empty
public record StateList(String argument, List<String> tensors) {
    public StateList {
        tensors = List.copyOf(tensors);
    }

    /// Keeps one tensor for each parameter, such as its momentum.
    public static StateList beside(List<String> parameters, String argument, String kind) {
        return new StateList(
                argument,
                parameters.stream().map(parameter -> name(kind, parameter)).toList());
    }

    public static String name(String kind, String parameter) {
        return kind + ":" + parameter;
    }

    public String declaration() {
        return argument + ": List[Tensor]";
    }
}
