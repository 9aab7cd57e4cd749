package dev.facewright.ml.torch;

import java.util.List;

/// What a step changes of a network and its head, in the order of the program's two lists.
///
/// @param parameters  those with a gradient
/// @param statistics  those of the norms
record Learnt(List<String> parameters, List<String> statistics) {
    /// The expression that reads a tensor between two steps.
    String place(String tensor) {
        int parameter = parameters.indexOf(tensor);
        return parameter >= 0
                ? TrainingScript.PARAMETERS + "[" + parameter + "]"
                : TrainingScript.STATISTICS + "[" + statistics.indexOf(tensor) + "]";
    }
}
