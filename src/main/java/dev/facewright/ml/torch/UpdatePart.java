package dev.facewright.ml.torch;

import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A part of a step's update, and what it keeps from one step to the next.
interface UpdatePart {
    List<StateList> lists(Learnt learnt);

    /// What is kept before the first step.
    ///
    /// @param values  has everything that is learnt
    SequencedMap<String, Tensor> fresh(Learnt learnt, Weights values);

    /// One tensor of zeros for each parameter.
    static SequencedMap<String, Tensor> zeros(String kind, Learnt learnt, Weights values) {
        SequencedMap<String, Tensor> zeros = new LinkedHashMap<>();
        for (String parameter : learnt.parameters()) {
            zeros.put(
                    StateList.name(kind, parameter),
                    Tensor.filled(0, values.get(parameter).shape()));
        }
        return zeros;
    }
}
