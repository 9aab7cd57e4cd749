package dev.facewright.ml.data;

import java.util.List;

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

    /// A field that is wrong, and what would be right.
    public record Problem(String field, String message) {}

    /// Every crop once an epoch; set for 16 identities with 4 crops each if the kind is changed.
    public static final Sampling UNIFORM = new Sampling(Kind.UNIFORM, 16, 4);

    /// @param batchSize  of the recipe it is part of
    /// @return what is wrong with it; empty when nothing is
    public List<Problem> problems(int batchSize) {
        if (kind != Kind.P_BY_K) {
            return List.of();
        }
        if (identitiesPerBatch < 2 || identitiesPerBatch > 2048) {
            return List.of(new Problem(
                    "identitiesPerBatch",
                    "must be in [2, 2048], was " + identitiesPerBatch + ": one identity has nobody to be told from"));
        }
        if (imagesPerIdentity < 1 || imagesPerIdentity > 256) {
            return List.of(new Problem(
                    "imagesPerIdentity",
                    "must be in [1, 256], was " + imagesPerIdentity + ": images of each identity, 4 is usual"));
        }
        int product = identitiesPerBatch * imagesPerIdentity;
        if (product != batchSize) {
            return List.of(new Problem(
                    "identitiesPerBatch",
                    "times imagesPerIdentity must be the batch size: " + identitiesPerBatch + " x " + imagesPerIdentity
                            + " = " + product + ", not " + batchSize));
        }
        return List.of();
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
