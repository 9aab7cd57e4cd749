package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetProblem.UploadNotFound;
import dev.facewright.platform.datasets.UploadView.RefusalView;
import dev.facewright.platform.datasets.image.ImageRepository;
import dev.facewright.platform.datasets.upload.RefusalRepository;
import dev.facewright.platform.datasets.upload.Upload;
import dev.facewright.platform.datasets.upload.UploadRepository;
import dev.facewright.platform.kernel.PageView;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Uploads and what was refused of them, to be looked at.
@Service
@Transactional(readOnly = true)
public class UploadCatalog {
    private static final int LARGEST_PAGE = 500;
    private static final int SHOWN = 20;

    private final UploadRepository uploads;
    private final RefusalRepository refusals;
    private final ImageRepository images;
    private final ConsentLedger consents;

    UploadCatalog(
            UploadRepository uploads, RefusalRepository refusals, ImageRepository images, ConsentLedger consents) {
        this.uploads = uploads;
        this.refusals = refusals;
        this.images = images;
        this.consents = consents;
    }

    /// The latest few, the latest first.
    public List<UploadView> latest(DatasetId dataset) {
        return uploads.findByDatasetIdOrderByLifeCreatedAtDescIdAsc(dataset.value(), Limit.of(SHOWN)).stream()
                .map(Upload::view)
                .toList();
    }

    /// @throws UploadNotFound if the dataset has none with this id
    public UploadView get(DatasetId dataset, UploadId id) {
        return uploads.findById(id.value())
                .map(Upload::view)
                .filter(upload -> upload.dataset().equals(dataset))
                .orElseThrow(() -> new UploadNotFound(id));
    }

    /// By position in the archive.
    public PageView<RefusalView> refusals(UploadId id, int page, int size) {
        var request = PageRequest.of(Math.max(0, page), Math.clamp(size, 1, LARGEST_PAGE));
        var found = refusals.findByUploadIdOrderByEntry(id.value(), request);
        Map<SubjectId, String> codes = consents.codes(found.stream()
                .flatMap(refusal -> refusal.subject().stream())
                .distinct()
                .toList());
        return PageView.of(found, refusal -> refusal.view(codes));
    }

    /// How many of the images it brought were taken without counting the faces on them.
    public long uncounted(UploadId id) {
        return images.countUncounted(id.value());
    }

    /// Of all datasets: how many ended since then with an image that was refused.
    public long refusedSince(Instant since) {
        return uploads.countRefusedSince(since);
    }

    /// How often each reason occurred.
    public Map<RefusalReason, Integer> reasons(UploadId id) {
        Map<RefusalReason, Integer> reasons = new EnumMap<>(RefusalReason.class);
        refusals.counts(id.value()).forEach(each -> reasons.put(each.reason(), Math.toIntExact(each.times())));
        return reasons;
    }
}
