package dev.facewright.platform.benchmarks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A benchmark as pages and REST show it.
///
/// @param images  distinct images that the pairs name
/// @param imagesDone  of these, how many are aligned and stored so far
/// @param imagesWithoutFace  of these, how many were aligned by the fixed central crop, since no face was found
///     in them
/// @param detector  what looked for the faces; null until known, and where every image came as an aligned crop
/// @param failure  the slug of the rule that refused the archive; null otherwise
/// @param failureArguments  the numbers in the text of that rule
public record BenchmarkView(
        BenchmarkId id,
        String name,
        LegalBasis legalBasis,
        String legalBasisNote,
        String source,
        String licence,
        BenchmarkStatus status,
        int pairs,
        int genuinePairs,
        int folds,
        int images,
        int imagesDone,
        int imagesWithoutFace,
        @Nullable String detector,
        @Nullable String failure,
        List<String> failureArguments,
        Instant createdAt) {

    public int impostorPairs() {
        return pairs - genuinePairs;
    }

    public boolean underWay() {
        return status == BenchmarkStatus.UPLOADING || status == BenchmarkStatus.INGESTING;
    }

    public boolean ready() {
        return status == BenchmarkStatus.READY;
    }
}
