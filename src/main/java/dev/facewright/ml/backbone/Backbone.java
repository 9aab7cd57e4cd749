package dev.facewright.ml.backbone;

import dev.facewright.ml.graph.FaceModel;

/// An architecture that can be built in several sizes.
public interface Backbone {
    /// As in a recipe, one of `Backbones.names()`.
    String name();

    /// The structure alone.
    Blueprint plan(BackboneOptions options);

    /// @param seed  of the weights: the same seed and options give the same model
    default FaceModel build(BackboneOptions options, long seed) {
        return plan(options).build(seed);
    }
}
