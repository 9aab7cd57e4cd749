package dev.facewright.ml.head;

import java.util.Optional;

/// Another head, but for one thing.
interface WrappedHead extends Head {
    Head head();

    @Override
    default Kind kind() {
        return head().kind();
    }

    @Override
    default int identities() {
        return head().identities();
    }

    @Override
    default Expression targetLogit() {
        return head().targetLogit();
    }

    @Override
    default Expression otherLogit() {
        return head().otherLogit();
    }

    @Override
    default Similarity similarity() {
        return head().similarity();
    }

    @Override
    default int subCentres() {
        return head().subCentres();
    }

    @Override
    default Optional<LengthStatistics> lengths() {
        return head().lengths();
    }

    @Override
    default double labelSmoothing() {
        return head().labelSmoothing();
    }

    @Override
    default Optional<CentreSampling> sampling() {
        return head().sampling();
    }
}
