package dev.facewright.platform.datasets.image;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Dataset;
import dev.facewright.platform.datasets.DatasetContents.CoverageBand;
import dev.facewright.platform.datasets.image.CoverageRepository.Stretch;
import dev.facewright.platform.datasets.image.CoverageRepository.Sum;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What datasets have of people who consent at the moment they are asked.
@Component
public class LiveImages {
    private final ImageRepository images;
    private final CoverageRepository coverage;
    private final Clock clock;

    LiveImages(ImageRepository images, CoverageRepository coverage, Clock clock) {
        this.images = images;
        this.coverage = coverage;
        this.clock = clock;
    }

    /// In the same order.
    public List<Holding> holdings(List<Dataset> datasets) {
        UUID[] ids = datasets.stream().map(each -> each.id().value()).toArray(UUID[]::new);
        Map<UUID, Sum> sums = coverage.sums(ids, clock.instant()).stream()
                .collect(Collectors.toMap(Sum::getDataset, Function.identity()));
        return datasets.stream()
                .map(each -> holding(each, sums.get(each.id().value())))
                .toList();
    }

    private static Holding holding(Dataset dataset, @Nullable Sum sum) {
        return sum == null ? new Holding(dataset, 0, 0) : new Holding(dataset, sum.getImages(), sum.getSubjects());
    }

    /// By images, the fewest first.
    public List<CoverageBand> bands(Dataset dataset) {
        return coverage.bands(dataset.id().value(), clock.instant()).stream()
                .map(band -> new CoverageBand(band.getImages(), band.getSubjects()))
                .toList();
    }

    /// The best covered first.
    public List<DatasetSubject> best(Dataset dataset, long skip, int most) {
        return coverage.best(dataset.id().value(), clock.instant(), skip, most);
    }

    /// Empty if there is nothing of that subject, or nothing that it allows to be shown.
    public Optional<DatasetSubject> of(Dataset dataset, SubjectId subject) {
        return coverage.of(dataset.id().value(), subject.value(), clock.instant());
    }

    /// @param only  one subject's; null for everyone's
    public long count(Dataset dataset, @Nullable SubjectId only) {
        return only == null
                ? holdings(List.of(dataset)).getFirst().images()
                : of(dataset, only).map(DatasetSubject::images).orElse(0);
    }

    /// By subject, then id.
    ///
    /// @param only  one subject's; null for everyone's
    public List<ImageRow> page(Dataset dataset, @Nullable SubjectId only, long skip, int most) {
        if (only != null) {
            return page(dataset, new UUID[] {only.value()}, skip, most);
        }
        List<Stretch> found = coverage.after(dataset.id().value(), clock.instant(), skip, most);
        if (found.isEmpty()) {
            return List.of();
        }
        long before = found.getFirst().getUpTo() - found.getFirst().getImages();
        return page(dataset, found.stream().map(Stretch::getSubject).toArray(UUID[]::new), skip - before, most);
    }

    private List<ImageRow> page(Dataset dataset, UUID[] subjects, long skip, int most) {
        return images.live(dataset.id().value(), subjects, dataset.purpose().name(), clock.instant(), skip, most);
    }

    /// What a dataset has in all of people who consent.
    public record Holding(Dataset dataset, int images, int subjects) {}
}
