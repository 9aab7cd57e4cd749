package dev.facewright.ml.train;

import dev.facewright.ml.data.Sampling;
import dev.facewright.ml.head.Contrastive;
import dev.facewright.ml.head.MoCo;
import dev.facewright.ml.head.SimClr;
import dev.facewright.ml.train.RecipeProblem.Rule;
import java.util.List;
import java.util.Optional;

/// What a run learns from. All but the kind plays no part in a supervised run, queue and key momentum in MoCo only.
///
/// @param kind  with labels, or without and how
/// @param temperature  what cosines are divided by before the softmax
/// @param projectorDimensions  of the vectors that are compared, which are not the embeddings
/// @param queueSize  keys of earlier batches to be told from
/// @param keyMomentum  share of its weights that the key encoder keeps in a step
public record ObjectiveRecipe(
        Kind kind, double temperature, int projectorDimensions, int queueSize, double keyMomentum) {
    public enum Kind {
        /// Identities, by the recipe's head.
        SUPERVISED,
        /// Views of one crop among those of the batch. Larger batches have more to be told from.
        SIMCLR,
        /// Views of one crop among those of a queue, which does not depend on the batch.
        MOCO
    }

    /// With a head; set for a contrastive run of a few thousand steps if the kind is changed: the papers' queue and
    /// momentum are for a million images.
    public static final ObjectiveRecipe SUPERVISED = new ObjectiveRecipe(Kind.SUPERVISED, 0.2, 128, 4096, 0.99);

    /// Whether identities play a part.
    public boolean labelled() {
        return kind == Kind.SUPERVISED;
    }

    Optional<Contrastive> contrastive() {
        return switch (kind) {
            case SUPERVISED -> Optional.empty();
            case SIMCLR -> Optional.of(new SimClr(temperature, projectorDimensions));
            case MOCO -> Optional.of(new MoCo(temperature, projectorDimensions, queueSize, keyMomentum));
        };
    }

    /// @param batchSize  of the recipe it is part of, as the sampling
    List<RecipeProblem> problems(int batchSize, Sampling sampling) {
        FieldChecks checks = new FieldChecks();
        if (!labelled() && sampling.kind() != Sampling.Kind.UNIFORM) {
            checks.add(
                    "kind",
                    Rule.SAMPLES_BY_IDENTITY,
                    List.of(sampling.kind()),
                    "knows no identities to sample by: set sampler.kind to UNIFORM, was " + sampling.kind());
        }
        checks.range("temperature", temperature, 0.01, 1, "it divides cosines, 0.1 to 0.5 is usual");
        checks.range("projectorDimensions", projectorDimensions, 8, 2048, "128 is usual");
        checks.range("queueSize", queueSize, 16, 1_048_576, "it counts images, not batches; 65536 in the paper");
        if (kind == Kind.MOCO && queueSize < batchSize) {
            checks.add(
                    "queueSize",
                    Rule.BELOW_BATCH_SIZE,
                    List.of(batchSize, queueSize),
                    "must be at least the batch size, " + batchSize + ", was " + queueSize);
        }
        checks.range(
                "keyMomentum", keyMomentum, 0, 0.99999, "it is what is kept, not what is taken over; 0.999 is usual");
        return checks.problems();
    }
}
