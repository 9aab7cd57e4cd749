package dev.facewright.platform.datasets.web;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetCatalog;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.FaceAlignment;
import dev.facewright.platform.datasets.SubjectCoverage;
import dev.facewright.platform.datasets.UploadCatalog;
import dev.facewright.platform.datasets.VersionCatalog;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the page of a dataset shows.
@Component
class DatasetPage {
    private static final int THUMBNAILS = 60;
    private static final int SUBJECTS = 100;

    private final DatasetCatalog catalog;
    private final UploadCatalog uploads;
    private final VersionCatalog versions;
    private final FaceAlignment alignment;

    DatasetPage(DatasetCatalog catalog, UploadCatalog uploads, VersionCatalog versions, FaceAlignment alignment) {
        this.catalog = catalog;
        this.uploads = uploads;
        this.versions = versions;
        this.alignment = alignment;
    }

    void fill(Model model, DatasetId id, @Nullable SubjectId subject, int page) {
        List<SubjectCoverage> coverage = catalog.coverage(id);
        model.addAttribute("summary", catalog.get(id));
        model.addAttribute("images", catalog.images(id, subject, page, THUMBNAILS));
        model.addAttribute("only", only(coverage, subject));
        model.addAttribute("coverage", coverage.stream().limit(SUBJECTS).toList());
        model.addAttribute("subjects", coverage.size());
        model.addAttribute("most", coverage.isEmpty() ? 1 : coverage.getFirst().images());
        model.addAttribute("histogram", CoverageHistogram.of(coverage));
        model.addAttribute("uploads", uploads.latest(id));
        model.addAttribute("versions", versions.of(id));
        model.addAttribute("detector", alignment.detectorName());
    }

    private static @Nullable SubjectCoverage only(List<SubjectCoverage> coverage, @Nullable SubjectId subject) {
        return coverage.stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElse(null);
    }
}
