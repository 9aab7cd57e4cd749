package dev.facewright.ml.head;

import java.util.Optional;

/// Turns how near an embedding is to each centre into logits for cross entropy.
public non-sealed interface Head extends Objective {
    /// As in a recipe, one of `Heads.names()`.
    String name();

    /// How many classes there are; labels are in [0, identities).
    int identities();

    /// The logit of the image's own identity, of the nearness of its centre.
    Expression targetLogit();

    /// The logit of every other identity, of the nearness of its centre.
    Expression otherLogit();

    /// How nearness is measured.
    default Similarity similarity() {
        return Similarity.COSINE;
    }

    /// Centres of each identity, of which the nearest counts.
    default int subCentres() {
        return 1;
    }

    /// What is kept of the embeddings' lengths from step to step; empty if no logit reads them.
    default Optional<LengthStatistics> lengths() {
        return Optional.empty();
    }

    /// Share of the target's probability that is spread over all classes, in [0, 1).
    default double labelSmoothing() {
        return 0;
    }

    /// Which centres a step works with; empty for all of them.
    default Optional<CentreSampling> sampling() {
        return Optional.empty();
    }
}
