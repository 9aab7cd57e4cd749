package dev.facewright.ml.torch.update;

import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.WeightShapes;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.torch.text.Learnt;
import dev.facewright.ml.torch.text.StateList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A part of a step's update, and what it keeps from one step to the next.
interface UpdatePart {
    List<StateList> lists(Learnt learnt);

    /// What each tensor that is kept looks like, by name.
    ///
    /// @param values  has everything that is learnt
    SequencedMap<String, int[]> shapes(Learnt learnt, WeightShapes values);

    /// What is kept before the first step: zeros, where nothing else is said.
    ///
    /// @param values  has everything that is learnt
    default SequencedMap<String, Tensor> fresh(Learnt learnt, Weights values) {
        SequencedMap<String, Tensor> zeros = new LinkedHashMap<>();
        shapes(learnt, values).forEach((name, shape) -> zeros.put(name, Tensor.filled(0, shape)));
        return zeros;
    }

    /// One tensor beside each of these.
    static SequencedMap<String, int[]> beside(List<String> tensors, String kind, WeightShapes values) {
        SequencedMap<String, int[]> shapes = new LinkedHashMap<>();
        tensors.forEach(tensor -> shapes.put(StateList.name(kind, tensor), values.shape(tensor)));
        return shapes;
    }
}
