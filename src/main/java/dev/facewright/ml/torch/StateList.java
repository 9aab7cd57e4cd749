package dev.facewright.ml.torch;

import java.util.List;

/// A list argument of a training program: which tensors of the state it is made of.
///
/// @param argument  its name in the program
/// @param tensors  names in the state, in order; never empty
record StateList(String argument, List<String> tensors) {
    StateList {
        tensors = List.copyOf(tensors);
    }

    /// Keeps one tensor for each parameter, such as its momentum.
    static StateList beside(List<String> parameters, String argument, String kind) {
        return new StateList(
                argument,
                parameters.stream().map(parameter -> name(kind, parameter)).toList());
    }

    static String name(String kind, String parameter) {
        return kind + ":" + parameter;
    }

    String declaration() {
        return argument + ": List[Tensor]";
    }
}
