package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.kernel.PageView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is in a dataset of people who consent now.
///
/// @param bands  the fewest images first
/// @param only  whose images alone are shown; null for everyone's, or if there is nothing to show of that subject
public record DatasetContents(
        DatasetSummary summary,
        List<CoverageBand> bands,
        @Nullable SubjectCoverage only,
        PageView<ImageView> images) {
    /// A dataset and what is in it of people who consent now.
    ///
    /// @param versions  sealed so far, revoked ones included
    public record DatasetSummary(Dataset dataset, int images, int subjects, int versions) {}

    /// How many subjects a dataset has that many images of.
    public record CoverageBand(int images, int subjects) {}

    /// How many images of one subject a dataset has.
    public record SubjectCoverage(SubjectId subject, String code, int images) {}
}
