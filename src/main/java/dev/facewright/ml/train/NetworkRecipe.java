package dev.facewright.ml.train;

import dev.facewright.ml.backbone.Activation;
import dev.facewright.ml.backbone.BackboneOptions;
import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.train.RecipeProblem.Rule;
import java.util.List;

/// Which network a recipe builds; plays no part when a run starts from a model.
///
/// @param backbone  one of `Backbones.names()`
/// @param widthFactor  multiplies the backbone's channels
/// @param embeddingDimensions  of the embedding
/// @param activation  of MobileFaceNet and IResNet; plays no part for the others
/// @param patchSize  pixels along a token's side, one of `BackboneOptions.PATCH_SIZES`; plays no part but for a
///     vision transformer
public record NetworkRecipe(
        String backbone, double widthFactor, int embeddingDimensions, Activation activation, int patchSize) {
    // A gibibyte of float32; training holds it four times over.
    private static final long MOST_PARAMETERS = 1L << 28;

    /// MobileFaceNet as in its paper.
    public static NetworkRecipe defaults() {
        return new NetworkRecipe("mobilefacenet", 1, 128, Activation.PRELU, 8);
    }

    FaceModel build(long seed) {
        return Backbones.named(backbone).build(options(), seed);
    }

    private BackboneOptions options() {
        return new BackboneOptions(embeddingDimensions, widthFactor, activation, patchSize);
    }

    List<RecipeProblem> problems() {
        FieldChecks checks = new FieldChecks();
        checks.oneOf("backbone", backbone, Backbones.names());
        checks.range("widthFactor", widthFactor, 0.1, 4, "it multiplies the channels, 1 is the paper's network");
        checks.range("embeddingDimensions", embeddingDimensions, 8, 2048, "128 and 512 are usual");
        checks.oneOf("patchSize", Integer.toString(patchSize), patchSizes());
        if (checks.problems().isEmpty()) {
            size(checks);
        }
        return checks.problems();
    }

    private void size(FieldChecks checks) {
        long parameters = Backbones.named(backbone).plan(options()).cost().parameters();
        if (parameters > MOST_PARAMETERS) {
            checks.add(
                    "widthFactor",
                    Rule.PARAMETERS,
                    List.of(parameters / 1_000_000, MOST_PARAMETERS / 1_000_000),
                    "makes a network of " + parameters / 1_000_000 + " million parameters, at most "
                            + MOST_PARAMETERS / 1_000_000 + " million can be trained: give less");
        }
    }

    private static List<String> patchSizes() {
        return BackboneOptions.PATCH_SIZES.stream().map(String::valueOf).toList();
    }
}
