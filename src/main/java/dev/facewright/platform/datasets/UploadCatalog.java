package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.upload.RefusalTable;
import dev.facewright.platform.datasets.upload.RefusalTable.Refusal;
import dev.facewright.platform.datasets.upload.UploadTable;
import dev.facewright.platform.kernel.PageView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Uploads and what was refused of them, to be looked at.
@Service
@Transactional(readOnly = true)
public class UploadCatalog {
    private static final int LARGEST_PAGE = 500;
    private static final int SHOWN = 20;

    private final UploadTable uploads;
    private final RefusalTable refusals;
    private final ConsentLedger consents;

    UploadCatalog(UploadTable uploads, RefusalTable refusals, ConsentLedger consents) {
        this.uploads = uploads;
        this.refusals = refusals;
        this.consents = consents;
    }

    /// The latest few, the latest first.
    public List<UploadView> latest(DatasetId dataset) {
        return uploads.latest(dataset, SHOWN);
    }

    /// @throws UploadNotFound if the dataset has none with this id
    public UploadView get(DatasetId dataset, UploadId id) {
        return uploads.find(id)
                .filter(upload -> upload.dataset().equals(dataset))
                .orElseThrow(() -> new UploadNotFound(id));
    }

    /// By position in the archive.
    public PageView<RefusalView> refusals(UploadId id, int page, int size) {
        int from = Math.max(0, page);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        List<Refusal> found = refusals.page(id, from, most);
        Map<SubjectId, String> codes = consents.codes(found.stream()
                .map(Refusal::subject)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        long total = refusals.counts(id).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        return new PageView<>(
                found.stream().map(refusal -> view(refusal, codes)).toList(), from, most, total);
    }

    /// How often each reason occurred.
    public Map<RefusalReason, Integer> reasons(UploadId id) {
        return refusals.counts(id);
    }

    private static RefusalView view(Refusal refusal, Map<SubjectId, String> codes) {
        SubjectId subject = refusal.subject();
        return new RefusalView(refusal.entry(), subject, subject == null ? null : codes.get(subject), refusal.reason());
    }
}
