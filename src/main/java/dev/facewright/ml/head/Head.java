package dev.facewright.ml.head;

import java.util.List;
import java.util.Optional;

/// Turns how near an embedding is to each centre into logits for cross entropy.
public non-sealed interface Head extends Objective {
    /// How near an embedding is to a centre.
    enum Similarity {
        /// Of the angle between them, in [-1, 1]: neither's length counts.
        COSINE,
        /// w·x + b: a linear classifier, whose centres are its weights.
        LINEAR
    }

    /// How a head follows the lengths of the embeddings it sees: mean and standard deviation of each batch,
    /// averaged over the steps.
    ///
    /// @param momentum  share of the old average in the new one, in [0, 1)
    /// @param least  shorter embeddings count as this long
    /// @param most  longer embeddings count as this long
    /// @param firstMean  the average before the first step
    /// @param firstDeviation  the average before the first step
    record LengthStatistics(double momentum, double least, double most, double firstMean, double firstDeviation) {}

    /// A head that recipes can name: what it can be told, and how it is made of that.
    ///
    /// @param name  in recipes
    /// @param options  in the order of a form
    record Kind(String name, List<Option> options, Maker maker) {
        /// Makes a head for the identities of a data set.
        @FunctionalInterface
        public interface Maker {
            /// @throws IllegalArgumentException if a value is out of its range
            Head make(int identities, Options told);
        }
    }

    Kind kind();

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
