package dev.facewright.platform.datasets.web;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetCatalog;
import dev.facewright.platform.datasets.DatasetContents;
import dev.facewright.platform.datasets.DatasetContents.SubjectCoverage;
import dev.facewright.platform.datasets.DatasetEvidence;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.UploadCatalog;
import dev.facewright.platform.datasets.VersionCatalog;
import dev.facewright.platform.datasets.alignment.FaceAlignment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the page of a dataset shows.
@Component
class DatasetPage {
    private static final int THUMBNAILS = 60;
    private static final int SUBJECTS = 100;
    private static final int VERSIONS = 100;

    private final DatasetCatalog catalog;
    private final UploadCatalog uploads;
    private final VersionCatalog versions;
    private final DatasetEvidence evidence;
    private final FaceAlignment alignment;

    DatasetPage(
            DatasetCatalog catalog,
            UploadCatalog uploads,
            VersionCatalog versions,
            DatasetEvidence evidence,
            FaceAlignment alignment) {
        this.catalog = catalog;
        this.uploads = uploads;
        this.versions = versions;
        this.evidence = evidence;
        this.alignment = alignment;
    }

    void fill(Model model, DatasetId id, @Nullable SubjectId subject, int page) {
        DatasetContents contents = catalog.contents(id, subject, page, THUMBNAILS);
        List<SubjectCoverage> coverage = catalog.coverage(id, 0, SUBJECTS);
        model.addAttribute("summary", contents.summary());
        model.addAttribute("images", contents.images());
        model.addAttribute("only", contents.only());
        model.addAttribute("coverage", coverage);
        model.addAttribute("subjects", contents.summary().subjects());
        model.addAttribute("most", coverage.isEmpty() ? 1 : coverage.getFirst().images());
        model.addAttribute("histogram", CoverageHistogram.of(contents.bands()));
        model.addAttribute("uploads", uploads.latest(id));
        model.addAttribute("versions", versions.of(id, 0, VERSIONS));
        model.addAttribute("policy", evidence.policy(id));
        model.addAttribute("detector", alignment.detectorName());
    }
}
