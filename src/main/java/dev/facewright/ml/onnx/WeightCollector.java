package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.onnx.UnsupportedOnnx.Rule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The weights found so far, each stored once however many nodes share it.
final class WeightCollector {
    private final Map<String, Tensor> tensors = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final long maximumValues;
    private long values;

    /// @param maximumValues  a small file can ask for one tensor to be spread over many nodes; this is where it
    ///     ends
    WeightCollector(long maximumValues) {
        this.maximumValues = maximumValues;
    }

    /// @param key  what the tensor is made from and how, so that it is made once
    /// @return the name it goes by
    String add(String key, Supplier<String> name, Supplier<Tensor> tensor) {
        String known = names.get(key);
        if (known != null) {
            return known;
        }
        Tensor made = tensor.get();
        values += made.size();
        if (values > maximumValues) {
            throw new UnsupportedOnnx(
                    Rule.TOO_LARGE, "The model's weights grow beyond " + maximumValues + " values when read");
        }
        String chosen = name.get();
        tensors.put(chosen, made);
        names.put(key, chosen);
        return chosen;
    }

    Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("No weight named " + name);
        }
        return tensor;
    }

    /// Those the network reads, in the order in which it reads them first.
    Weights of(Network network) {
        Map<String, Tensor> used = new LinkedHashMap<>();
        for (String name : network.weightNames()) {
            used.put(name, get(name));
        }
        return Weights.of(used);
    }
}
