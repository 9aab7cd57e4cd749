package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetContents.CoverageBand;
import dev.facewright.platform.datasets.DatasetContents.DatasetSummary;
import dev.facewright.platform.datasets.DatasetContents.SubjectCoverage;
import dev.facewright.platform.datasets.image.DatasetSubject;
import dev.facewright.platform.datasets.image.ImageRow;
import dev.facewright.platform.datasets.image.LiveImages;
import dev.facewright.platform.datasets.registry.DatasetRepository;
import dev.facewright.platform.datasets.registry.DatasetRow;
import dev.facewright.platform.datasets.version.VersionRepository;
import dev.facewright.platform.kernel.PageView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The datasets, to be looked at. Shows nothing of anyone who does not consent to the dataset's purpose
/// at that moment.
@Service
@Transactional(readOnly = true)
public class DatasetCatalog {
    private static final int LARGEST_PAGE = 200;
    private static final int MOST_SUBJECTS = 1_000;

    private final DatasetRepository datasets;
    private final LiveImages images;
    private final VersionRepository versions;
    private final ConsentLedger consents;

    DatasetCatalog(DatasetRepository datasets, LiveImages images, VersionRepository versions, ConsentLedger consents) {
        this.datasets = datasets;
        this.images = images;
        this.versions = versions;
        this.consents = consents;
    }

    /// The latest first.
    public PageView<DatasetSummary> list(int page, int size) {
        var found = datasets.findAllByOrderByCreatedAtDescIdAsc(request(page, size, LARGEST_PAGE))
                .map(DatasetRow::view);
        Map<DatasetId, DatasetSummary> summaries = summaries(found.getContent());
        return PageView.of(found, dataset -> summaries.get(dataset.id()));
    }

    /// @throws DatasetProblem.DatasetNotFound if there is none
    public DatasetSummary get(DatasetId id) {
        Dataset dataset = datasets.get(id);
        return Objects.requireNonNull(summaries(List.of(dataset)).get(id));
    }

    /// @throws DatasetProblem.DatasetNotFound if there is none
    public Dataset dataset(DatasetId id) {
        return datasets.get(id);
    }

    /// Counts everything in one pass over the people.
    ///
    /// @param only  one subject's images; null for everyone's
    /// @throws DatasetProblem.DatasetNotFound if there is none
    public DatasetContents contents(DatasetId id, @Nullable SubjectId only, int page, int size) {
        Dataset dataset = datasets.get(id);
        List<CoverageBand> bands = images.bands(dataset);
        int all =
                bands.stream().mapToInt(band -> band.images() * band.subjects()).sum();
        int subjects = bands.stream().mapToInt(CoverageBand::subjects).sum();
        SubjectCoverage shown = only == null ? null : coverage(id, only).orElse(null);
        long total = only == null ? all : shown == null ? 0 : shown.images();
        return new DatasetContents(
                new DatasetSummary(
                        dataset, all, subjects, sealed(List.of(dataset)).getOrDefault(id, 0)),
                bands,
                shown,
                images(dataset, only, request(page, size, LARGEST_PAGE), total));
    }

    /// The best covered first.
    ///
    /// @throws DatasetProblem.DatasetNotFound if there is none
    public List<SubjectCoverage> coverage(DatasetId id, int page, int size) {
        var request = request(page, size, MOST_SUBJECTS);
        return coverage(images.best(datasets.get(id), request.getOffset(), request.getPageSize()));
    }

    /// Empty if there is nothing of that subject, or nothing that may be shown.
    ///
    /// @throws DatasetProblem.DatasetNotFound if there is none
    public Optional<SubjectCoverage> coverage(DatasetId id, SubjectId subject) {
        var found = images.of(datasets.get(id), subject).stream().toList();
        return coverage(found).stream().findFirst();
    }

    /// @param only  one subject's; null for everyone's
    /// @throws DatasetProblem.DatasetNotFound if there is none
    public PageView<ImageView> images(DatasetId id, @Nullable SubjectId only, int page, int size) {
        Dataset dataset = datasets.get(id);
        return images(dataset, only, request(page, size, LARGEST_PAGE), images.count(dataset, only));
    }

    private PageView<ImageView> images(Dataset dataset, @Nullable SubjectId only, PageRequest request, long total) {
        List<ImageRow> found = images.page(dataset, only, request.getOffset(), request.getPageSize());
        Map<SubjectId, String> codes =
                consents.codes(found.stream().map(ImageRow::subject).distinct().toList());
        List<ImageView> items = found.stream()
                .map(image -> image.view(codes.getOrDefault(image.subject(), "")))
                .toList();
        return new PageView<>(items, request.getPageNumber(), request.getPageSize(), total);
    }

    private List<SubjectCoverage> coverage(List<DatasetSubject> found) {
        Map<SubjectId, String> codes =
                consents.codes(found.stream().map(DatasetSubject::subject).toList());
        return found.stream()
                .map(each -> new SubjectCoverage(each.subject(), codes.getOrDefault(each.subject(), ""), each.images()))
                .toList();
    }

    private Map<DatasetId, DatasetSummary> summaries(List<Dataset> shown) {
        Map<DatasetId, Integer> sealed = sealed(shown);
        return images.holdings(shown).stream()
                .map(each -> new DatasetSummary(
                        each.dataset(),
                        each.images(),
                        each.subjects(),
                        sealed.getOrDefault(each.dataset().id(), 0)))
                .collect(Collectors.toMap(summary -> summary.dataset().id(), Function.identity()));
    }

    private Map<DatasetId, Integer> sealed(List<Dataset> shown) {
        List<UUID> ids = shown.stream().map(each -> each.id().value()).toList();
        return versions.counts(ids).stream()
                .collect(Collectors.toMap(
                        each -> new DatasetId(each.dataset()), each -> Math.toIntExact(each.versions())));
    }

    private static PageRequest request(int page, int size, int most) {
        return PageRequest.of(Math.max(0, page), Math.clamp(size, 1, most));
    }
}
