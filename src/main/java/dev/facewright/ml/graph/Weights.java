package dev.facewright.ml.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Named tensors in a fixed order: parameters and BatchNorm statistics of one network.
///
/// The order is that of first use in the network, and it is the order in which every backend receives them.
public record Weights(SequencedMap<String, Tensor> tensors) implements WeightShapes {
    public Weights {
        tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
    }

    public static Weights of(Map<String, Tensor> tensors) {
        return new Weights(new LinkedHashMap<>(tensors));
    }

    /// @throws IllegalArgumentException if there is no tensor of that name
    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("No weight named " + name);
        }
        return tensor;
    }

    @Override
    public int[] shape(String name) {
        return get(name).shape();
    }

    @Override
    public long bytes(String name) {
        Tensor tensor = get(name);
        return (long) tensor.size() * tensor.elements().width();
    }

    public boolean contains(String name) {
        return tensors.containsKey(name);
    }
}
