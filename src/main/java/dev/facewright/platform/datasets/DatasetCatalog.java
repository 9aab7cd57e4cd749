package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.image.ImageSafe;
import dev.facewright.platform.datasets.image.ImageSafe.Part;
import dev.facewright.platform.datasets.image.ImageTable;
import dev.facewright.platform.datasets.image.StoredImage;
import dev.facewright.platform.datasets.registry.DatasetTable;
import dev.facewright.platform.datasets.version.VersionTable;
import dev.facewright.platform.kernel.PageView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The datasets, to be looked at. Shows nothing of anyone who does not consent to the dataset's purpose
/// at that moment.
@Service
@Transactional(readOnly = true)
public class DatasetCatalog {
    private static final int LARGEST_PAGE = 200;

    private final DatasetTable datasets;
    private final ImageTable images;
    private final VersionTable versions;
    private final ImageSafe safe;
    private final ConsentLedger consents;

    DatasetCatalog(
            DatasetTable datasets, ImageTable images, VersionTable versions, ImageSafe safe, ConsentLedger consents) {
        this.datasets = datasets;
        this.images = images;
        this.versions = versions;
        this.safe = safe;
        this.consents = consents;
    }

    /// The latest first.
    public PageView<DatasetSummary> list(int page, int size) {
        int from = Math.max(0, page);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        List<DatasetSummary> items =
                datasets.page(from, most).stream().map(this::summary).toList();
        return new PageView<>(items, from, most, datasets.count());
    }

    /// @throws DatasetNotFound if there is none
    public DatasetSummary get(DatasetId id) {
        return summary(datasets.get(id));
    }

    /// The best covered first.
    public List<SubjectCoverage> coverage(DatasetId id) {
        Dataset dataset = datasets.get(id);
        Map<SubjectId, Integer> counts = images.coverage(id, live(dataset));
        Map<SubjectId, String> codes = consents.codes(counts.keySet());
        List<SubjectCoverage> coverage = new ArrayList<>();
        counts.forEach(
                (subject, count) -> coverage.add(new SubjectCoverage(subject, codes.getOrDefault(subject, ""), count)));
        return coverage;
    }

    /// @param only  one subject's; null for everyone's
    public PageView<ImageView> images(DatasetId id, @Nullable SubjectId only, int page, int size) {
        Dataset dataset = datasets.get(id);
        Set<SubjectId> shown = live(dataset);
        if (only != null) {
            shown = shown.contains(only) ? Set.of(only) : Set.of();
        }
        int from = Math.max(0, page);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        List<StoredImage> found = images.page(id, shown, from, most);
        Map<SubjectId, String> codes = consents.codes(
                found.stream().map(StoredImage::subject).distinct().toList());
        long total = images.coverage(id, shown).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        return new PageView<>(found.stream().map(image -> view(image, codes)).toList(), from, most, total);
    }

    /// @throws ImageNotFound if there is none, or whoever is on it does not consent
    public ImageView image(DatasetId dataset, ImageId id) {
        StoredImage image = visible(dataset, id);
        return view(image, consents.codes(Set.of(image.subject())));
    }

    /// The picture as stored, without metadata.
    ///
    /// @throws ImageNotFound if there is none, or whoever is on it does not consent
    public PictureFile content(DatasetId dataset, ImageId id) {
        StoredImage image = visible(dataset, id);
        byte[] plain = safe.get(consents.keyOf(image.subject()), id, Part.CONTENT, image.contentKey());
        return new PictureFile(image.contentType(), plain);
    }

    /// The aligned crop, 112x112.
    ///
    /// @throws ImageNotFound if there is none, or whoever is on it does not consent
    public PictureFile crop(DatasetId dataset, ImageId id) {
        StoredImage image = visible(dataset, id);
        byte[] plain = safe.get(consents.keyOf(image.subject()), id, Part.CROP, image.cropKey());
        return new PictureFile("image/png", plain);
    }

    private StoredImage visible(DatasetId datasetId, ImageId id) {
        Dataset dataset = datasets.get(datasetId);
        StoredImage image = images.find(datasetId, id).orElseThrow(() -> ImageNotFound.unknown(id));
        if (!consents.live(image.subject(), dataset.purpose())) {
            throw ImageNotFound.withoutConsent(id);
        }
        return image;
    }

    private DatasetSummary summary(Dataset dataset) {
        Map<SubjectId, Integer> counts = images.coverage(dataset.id(), live(dataset));
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new DatasetSummary(
                dataset, total, counts.size(), versions.of(dataset.id()).size());
    }

    private Set<SubjectId> live(Dataset dataset) {
        return consents.live(datasets.subjects(dataset.id()), dataset.purpose());
    }

    private static ImageView view(StoredImage image, Map<SubjectId, String> codes) {
        return new ImageView(
                image.id(),
                image.subject(),
                codes.getOrDefault(image.subject(), ""),
                image.contentHash(),
                image.contentType(),
                image.width(),
                image.height(),
                image.alignment(),
                image.detector(),
                image.addedAt());
    }
}
