package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Dataset;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetVersion;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.DatasetVersionSealed;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.NotEnoughToSeal;
import dev.facewright.platform.datasets.SealOptions;
import dev.facewright.platform.datasets.Split;
import dev.facewright.platform.datasets.VersionStatus;
import dev.facewright.platform.datasets.image.ImageTable;
import dev.facewright.platform.datasets.image.StoredImage;
import dev.facewright.platform.datasets.registry.DatasetTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes versions: everyone who consents at that moment and has enough images, fixed in a manifest.
@Component
public class Sealing {
    static final int LEAST_SUBJECTS = 2;
    static final int LEAST_IMAGES_EACH = 2;

    private final DatasetTable datasets;
    private final ImageTable images;
    private final VersionTable versions;
    private final VersionSubjectTable versionSubjects;
    private final ManifestStore manifests;
    private final ConsentLedger consents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sealing(
            DatasetTable datasets,
            ImageTable images,
            VersionTable versions,
            VersionSubjectTable versionSubjects,
            ManifestStore manifests,
            ConsentLedger consents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.datasets = datasets;
        this.images = images;
        this.versions = versions;
        this.versionSubjects = versionSubjects;
        this.manifests = manifests;
        this.consents = consents;
        this.events = events;
        this.clock = clock;
    }

    /// Consents are held until the commit: a withdrawal comes before, and the person is not in the
    /// version, or after, and finds the version.
    @Transactional
    public DatasetVersionId seal(DatasetId id, SealOptions options) {
        datasets.lock(id);
        Dataset dataset = datasets.get(id);
        Set<SubjectId> live = consents.holdLive(datasets.subjects(id), dataset.purpose());
        Map<SubjectId, List<StoredImage>> bySubject = withEnough(images.ofSubjects(id, live));
        Manifest manifest = manifest(dataset, versions.nextNumber(id), bySubject, options);
        ManifestStore.Kept kept = manifests.put(manifest);
        DatasetVersion version = version(dataset, manifest, kept.hash(), bySubject.size());
        record(version, manifest, kept);
        return version.id();
    }

    /// A manifest holds hashes of pictures: one whose version does not come to be would be found by no erasure.
    private void record(DatasetVersion version, Manifest manifest, ManifestStore.Kept kept) {
        try {
            versions.insert(version, kept.key());
            versionSubjects.insert(version.id(), subjects(manifest));
            events.publishEvent(new DatasetVersionSealed(version.id(), version.dataset(), kept.hash()));
        } catch (RuntimeException failed) {
            manifests.delete(kept.key());
            throw failed;
        }
    }

    /// People with a single image cannot be told apart from others by it; they stay in the dataset.
    private static Map<SubjectId, List<StoredImage>> withEnough(List<StoredImage> all) {
        Map<SubjectId, List<StoredImage>> bySubject = all.stream()
                .collect(Collectors.groupingBy(StoredImage::subject, LinkedHashMap::new, Collectors.toList()));
        bySubject.values().removeIf(images -> images.size() < LEAST_IMAGES_EACH);
        if (bySubject.size() < LEAST_SUBJECTS) {
            throw new NotEnoughToSeal(bySubject.size(), LEAST_SUBJECTS, LEAST_IMAGES_EACH);
        }
        return bySubject;
    }

    private static Manifest manifest(
            Dataset dataset, int number, Map<SubjectId, List<StoredImage>> bySubject, SealOptions options) {
        SplitDraw draw = new SplitDraw(options);
        List<Manifest.Image> entries = new ArrayList<>();
        bySubject.forEach((subject, images) -> {
            Map<ImageId, Split> splits = draw.of(subject, images);
            images.forEach(image -> entries.add(new Manifest.Image(
                    image.id(),
                    subject,
                    splits.getOrDefault(image.id(), Split.TRAIN),
                    image.contentHash(),
                    image.cropHash())));
        });
        return new Manifest(
                Manifest.FORMAT,
                dataset.id(),
                number,
                dataset.purpose(),
                options.validationFraction(),
                options.seed(),
                entries);
    }

    private DatasetVersion version(Dataset dataset, Manifest manifest, String hash, int subjects) {
        return new DatasetVersion(
                DatasetVersionId.random(),
                dataset.id(),
                dataset.name(),
                dataset.purpose(),
                manifest.number(),
                hash,
                manifest.images().size(),
                subjects,
                manifest.validationFraction(),
                manifest.seed(),
                VersionStatus.SEALED,
                clock.instant(),
                null,
                null);
    }

    private static List<VersionSubject> subjects(Manifest manifest) {
        Map<SubjectId, int[]> counts = new LinkedHashMap<>();
        for (Manifest.Image image : manifest.images()) {
            counts.computeIfAbsent(image.subject(), subject -> new int[Split.values().length])[
                    image.split().ordinal()]++;
        }
        List<VersionSubject> subjects = new ArrayList<>();
        counts.forEach((subject, count) -> subjects.add(new VersionSubject(
                subject, subjects.size(), count[Split.TRAIN.ordinal()], count[Split.VALIDATION.ordinal()])));
        return subjects;
    }
}
