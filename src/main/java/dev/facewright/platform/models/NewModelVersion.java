package dev.facewright.platform.models;

import java.util.List;

/// @param weights  a model file of the library, complete in itself
public record NewModelVersion(String name, byte[] weights, ModelFacts facts, Origin origin, List<ModelMetric> metrics) {
    public NewModelVersion {
        metrics = List.copyOf(metrics);
    }
}
