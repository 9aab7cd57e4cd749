package dev.facewright.platform.models;

import java.util.List;

/// @param weights  a model file of the library, complete in itself
public record NewModelVersion(String name, byte[] weights, ModelFacts facts, Origin origin, List<ModelMetric> metrics) {
    public NewModelVersion {
        metrics = List.copyOf(metrics);
    }

    /// What whoever registers a model knows of its network.
    ///
    /// @param architecture  the network's name: `mobilefacenet`
    /// @param embeddingDimensions  length of an embedding
    /// @param parameters  count
    /// @param macs  multiply-accumulates for one face
    public record ModelFacts(String architecture, int embeddingDimensions, long parameters, long macs) {}
}
