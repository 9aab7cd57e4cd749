package dev.facewright.ml.graph;

/// A network that can be run: its structure, its weights, and what it expects of its input.
public record FaceModel(Network network, Weights weights, Preprocessing preprocessing) {
    /// @throws IllegalArgumentException if the network reads a tensor that the weights lack
    public FaceModel {
        for (String name : network.weightNames()) {
            weights.get(name);
        }
    }
}
