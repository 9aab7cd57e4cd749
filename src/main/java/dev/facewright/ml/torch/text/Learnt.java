package dev.facewright.ml.torch.text;

import java.util.List;
import java.util.stream.Stream;

/// What a step changes of a network and its objective, in the order of the program's two lists.
///
/// @param parameters  those with a gradient
/// @param statistics  those of the norms
public record Learnt(List<String> parameters, List<String> statistics) {
    public static final String PARAMETERS = "parameters";
    public static final String STATISTICS = "statistics";

    /// Begins the names of what an objective learns and keeps beside the network: no model carries it.
    public static final String OBJECTIVE = "head:";

    /// The expression that reads a tensor between two steps.
    public String place(String tensor) {
        int parameter = parameters.indexOf(tensor);
        return parameter >= 0
                ? PARAMETERS + "[" + parameter + "]"
                : STATISTICS + "[" + statistics.indexOf(tensor) + "]";
    }

    /// What a model carries.
    public List<String> ofNetwork() {
        return Stream.concat(parameters.stream(), statistics.stream())
                .filter(tensor -> !tensor.startsWith(OBJECTIVE))
                .toList();
    }
}
