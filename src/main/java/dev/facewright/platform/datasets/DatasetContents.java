package dev.facewright.platform.datasets;

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
        PageView<ImageView> images) {}
