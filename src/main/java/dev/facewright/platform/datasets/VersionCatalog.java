package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.registry.DatasetRepository;
import dev.facewright.platform.datasets.version.VersionRepository;
import dev.facewright.platform.datasets.version.VersionSubject;
import dev.facewright.platform.datasets.version.VersionSubjectRepository;
import dev.facewright.platform.datasets.version.Versions;
import dev.facewright.platform.kernel.PageView;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sealed versions, to be looked at.
@Service
@Transactional(readOnly = true)
public class VersionCatalog {
    private static final int LARGEST_PAGE = 200;
    private static final int MOST_SUBJECTS = 1_000;

    private final DatasetRepository datasets;
    private final VersionRepository rows;
    private final VersionSubjectRepository subjects;
    private final Versions versions;
    private final ConsentLedger consents;

    VersionCatalog(
            DatasetRepository datasets,
            VersionRepository rows,
            VersionSubjectRepository subjects,
            Versions versions,
            ConsentLedger consents) {
        this.datasets = datasets;
        this.rows = rows;
        this.subjects = subjects;
        this.versions = versions;
        this.consents = consents;
    }

    /// The latest first.
    public List<DatasetVersion> of(DatasetId dataset, int page, int size) {
        datasets.get(dataset);
        var request = PageRequest.of(Math.max(0, page), Math.clamp(size, 1, LARGEST_PAGE));
        return versions.views(rows.findByDatasetIdOrderByNumberDesc(dataset.value(), request));
    }

    /// @throws DatasetProblem.DatasetVersionNotFound if there is none
    public DatasetVersion get(DatasetVersionId id) {
        return versions.get(id);
    }

    /// In the order of their labels.
    ///
    /// @throws DatasetProblem.DatasetVersionNotFound if there is none
    public PageView<VersionSubjectView> subjects(DatasetVersionId id, int page, int size) {
        long total = versions.get(id).subjectCount();
        int from = Math.max(0, page);
        int most = Math.clamp(size, 1, MOST_SUBJECTS);
        long first = (long) from * most;
        List<VersionSubject> found = first >= total
                ? List.of()
                : subjects.findByVersionIdAndLabelBetweenOrderByLabel(
                        id.value(), (int) first, (int) Math.min(first + most, total) - 1);
        Map<SubjectId, String> codes =
                consents.codes(found.stream().map(VersionSubject::subject).toList());
        return new PageView<>(found.stream().map(each -> view(each, codes)).toList(), from, most, total);
    }

    private static VersionSubjectView view(VersionSubject each, Map<SubjectId, String> codes) {
        return new VersionSubjectView(
                each.subject(), codes.get(each.subject()), each.label(), each.trainImages(), each.validationImages());
    }

    /// The bytes that were hashed when the version was sealed. The caller closes the stream.
    ///
    /// @throws DatasetProblem.DatasetVersionRevokedProblem if it was revoked
    /// @throws DatasetProblem.ManifestDamaged if the stored bytes have another hash now
    public InputStream manifest(DatasetVersionId id) {
        return versions.manifest(id);
    }

    /// A subject's part in a sealed version, to be shown.
    ///
    /// @param code  null once the subject was erased
    public record VersionSubjectView(
            SubjectId subject, @Nullable String code, int label, int trainImages, int validationImages) {}
}
