package dev.facewright.ml.data;

import dev.facewright.ml.augment.FieldProblem;
import dev.facewright.ml.augment.FieldProblem.Rule;
import java.util.List;
import java.util.stream.Stream;

/// Which crops stand together in a batch.
///
/// @param kind  how they are drawn
/// @param identitiesPerBatch  P of `P_BY_K`, in [2, 2048]; plays no part in the others
/// @param imagesPerIdentity  K of `P_BY_K`, in [1, 256]; plays no part in the others
public record Sampling(Kind kind, int identitiesPerBatch, int imagesPerIdentity) {
    public enum Kind {
        /// Every crop once an epoch, shuffled.
        UNIFORM,
        /// Every identity equally often, however many crops it has; the crops of one take turns.
        CLASS_BALANCED,
        /// P identities with K crops each. Hermans et al., *In Defense of the Triplet Loss for Person
        /// Re-Identification*, 2017, section 2, <https://arxiv.org/abs/1703.07737>.
        /// An identity with fewer than K crops shows some of them again.
        P_BY_K
    }

    /// Every crop once an epoch; set for 16 identities with 4 crops each if the kind is changed.
    public static final Sampling UNIFORM = new Sampling(Kind.UNIFORM, 16, 4);

    /// @param batchSize  of the recipe it is part of
    /// @return what is wrong with it; empty when nothing is
    public List<FieldProblem> problems(int batchSize) {
        if (kind != Kind.P_BY_K) {
            return List.of();
        }
        if (identitiesPerBatch < 2 || identitiesPerBatch > 2048) {
            return List.of(outside(
                    "identitiesPerBatch", 2, 2048, identitiesPerBatch, "one identity has nobody to be told from"));
        }
        if (imagesPerIdentity < 1 || imagesPerIdentity > 256) {
            return List.of(
                    outside("imagesPerIdentity", 1, 256, imagesPerIdentity, "images of each identity, 4 is usual"));
        }
        int product = identitiesPerBatch * imagesPerIdentity;
        if (product != batchSize) {
            List<String> numbers = Stream.of(identitiesPerBatch, imagesPerIdentity, product, batchSize)
                    .map(String::valueOf)
                    .toList();
            return List.of(new FieldProblem(
                    "identitiesPerBatch",
                    Rule.PRODUCT,
                    numbers,
                    "times imagesPerIdentity must be the batch size: " + identitiesPerBatch + " x " + imagesPerIdentity
                            + " = " + product + ", not " + batchSize));
        }
        return List.of();
    }

    private static FieldProblem outside(String field, int least, int most, int value, String hint) {
        return new FieldProblem(
                field,
                Rule.RANGE,
                List.of(Integer.toString(least), Integer.toString(most), Integer.toString(value)),
                "must be in [" + least + ", " + most + "], was " + value + ": " + hint);
    }

    /// @param batchSize  crops a step; fewer where a source has fewer
    /// @throws IllegalArgumentException if the source has fewer identities than a batch needs
    Sampler sampler(CropSource crops, int batchSize, long seed) {
        return switch (kind) {
            case UNIFORM -> new UniformSampler(crops.size(), batchSize, seed);
            case CLASS_BALANCED -> new BalancedSampler(CropsByIdentity.of(crops), batchSize, seed);
            case P_BY_K -> new IdentitySampler(CropsByIdentity.of(crops), identitiesPerBatch, imagesPerIdentity, seed);
        };
    }
}
