package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.NoLiveConsent;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetVersion;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.DatasetVersionNotFound;
import dev.facewright.platform.datasets.DatasetVersionRevokedProblem;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.ManifestDamaged;
import dev.facewright.platform.datasets.SealedCrops;
import dev.facewright.platform.datasets.Split;
import dev.facewright.platform.datasets.VersionStatus;
import dev.facewright.platform.datasets.WrongPurpose;
import dev.facewright.platform.datasets.image.ImageSafe;
import dev.facewright.platform.datasets.image.ImageTable;
import dev.facewright.platform.datasets.registry.DatasetSettings;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Says whether a sealed version may be used, and opens it.
@Component
public class Versions {
    private final VersionTable versions;
    private final VersionSubjectTable versionSubjects;
    private final ManifestStore manifests;
    private final ImageTable images;
    private final ImageSafe safe;
    private final ConsentLedger consents;
    private final DatasetSettings settings;
    private final Clock clock;

    Versions(
            VersionTable versions,
            VersionSubjectTable versionSubjects,
            ManifestStore manifests,
            ImageTable images,
            ImageSafe safe,
            ConsentLedger consents,
            DatasetSettings settings,
            Clock clock) {
        this.versions = versions;
        this.versionSubjects = versionSubjects;
        this.manifests = manifests;
        this.images = images;
        this.safe = safe;
        this.consents = consents;
        this.settings = settings;
        this.clock = clock;
    }

    public DatasetVersion get(DatasetVersionId id) {
        return versions.find(id).orElseThrow(() -> new DatasetVersionNotFound(id));
    }

    public void requireUsable(DatasetVersionId id, Purpose purpose) {
        requireUsable(get(id), purpose);
    }

    public void lockUsable(DatasetVersionId id) {
        DatasetVersion version = versions.findAndHold(id).orElseThrow(() -> new DatasetVersionNotFound(id));
        requireUsable(version, version.purpose());
    }

    /// The manifest's bytes, for whoever wants to check the hash.
    public byte[] manifest(DatasetVersionId id) {
        DatasetVersion version = get(id);
        requireUsable(version, version.purpose());
        return manifests.bytes(id, versions.manifest(id));
    }

    private void requireUsable(DatasetVersion version, Purpose purpose) {
        if (version.status() == VersionStatus.REVOKED) {
            throw new DatasetVersionRevokedProblem(version.id());
        }
        if (version.purpose() != purpose) {
            throw new WrongPurpose(version.id(), version.purpose(), purpose);
        }
        versionSubjects.withoutConsent(version.id(), purpose, clock.instant()).ifPresent(subject -> {
            throw new NoLiveConsent(subject, purpose);
        });
    }

    public List<SubjectId> subjects(DatasetVersionId id) {
        return versionSubjects.of(id).stream().map(VersionSubject::subject).toList();
    }

    public SealedCrops open(DatasetVersionId id, Split split, Purpose purpose) {
        DatasetVersion version = get(id);
        requireUsable(version, purpose);
        Manifest manifest = manifests.get(id, versions.manifest(id));
        Map<SubjectId, Integer> labels = new HashMap<>();
        versionSubjects.of(id).forEach(each -> labels.put(each.subject(), each.label()));
        Map<SubjectId, DataKeyId> keys = consents.keysOf(labels.keySet());
        Map<ImageId, ObjectKey> crops = images.cropKeys(version.dataset(), labels.keySet());
        List<ManifestCrops.Source> sources = manifest.images().stream()
                .filter(entry -> entry.split() == split)
                .map(entry -> source(id, entry, labels, keys, crops))
                .toList();
        return new ManifestCrops(id, purpose, sources, Map.copyOf(labels), consents, safe, settings);
    }

    private static ManifestCrops.Source source(
            DatasetVersionId id,
            Manifest.Image entry,
            Map<SubjectId, Integer> labels,
            Map<SubjectId, DataKeyId> keys,
            Map<ImageId, ObjectKey> crops) {
        Integer label = labels.get(entry.subject());
        DataKeyId dataKey = keys.get(entry.subject());
        ObjectKey crop = crops.get(entry.image());
        if (label == null || dataKey == null || crop == null) {
            throw new ManifestDamaged(id);
        }
        return new ManifestCrops.Source(entry, label, crop, dataKey);
    }
}
