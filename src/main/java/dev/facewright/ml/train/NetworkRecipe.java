package dev.facewright.ml.train;

import dev.facewright.ml.backbone.Backbone;
import dev.facewright.ml.backbone.BackboneOptions;
import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.graph.FaceModel;
import java.util.List;

/// Which network a recipe builds; plays no part when a run starts from a model.
///
/// @param backbone  one of `Backbones.names()`
/// @param widthFactor  multiplies the backbone's channels
/// @param embeddingDimensions  of the embedding
public record NetworkRecipe(String backbone, double widthFactor, int embeddingDimensions) {
    /// MobileFaceNet as in its paper.
    public static NetworkRecipe defaults() {
        return new NetworkRecipe("mobilefacenet", 1, 128);
    }

    FaceModel build(long seed) {
        Backbone named = Backbones.named(backbone);
        return named.build(new BackboneOptions(embeddingDimensions, widthFactor), seed);
    }

    List<RecipeProblem> problems() {
        FieldChecks checks = new FieldChecks();
        checks.oneOf("backbone", backbone, Backbones.names());
        checks.range("widthFactor", widthFactor, 0.1, 4, "it multiplies the channels, 1 is the paper's network");
        checks.range("embeddingDimensions", embeddingDimensions, 8, 2048, "128 and 512 are usual");
        return checks.problems();
    }
}
