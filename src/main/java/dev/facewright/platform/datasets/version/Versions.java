package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.ConsentProblem.NoLiveConsent;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetProblem.DatasetVersionNotFound;
import dev.facewright.platform.datasets.DatasetProblem.DatasetVersionRevokedProblem;
import dev.facewright.platform.datasets.DatasetProblem.VersionUnproven;
import dev.facewright.platform.datasets.DatasetProblem.WrongPurpose;
import dev.facewright.platform.datasets.DatasetVersion;
import dev.facewright.platform.datasets.DatasetVersion.VersionStatus;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.SealedCrops;
import dev.facewright.platform.datasets.Split;
import dev.facewright.platform.datasets.image.ImageSafe;
import dev.facewright.platform.datasets.registry.DatasetSettings;
import dev.facewright.platform.datasets.registry.PolicyRepository;
import dev.facewright.platform.datasets.version.VersionRepository.Standing;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Says whether a sealed version may be used, opens it and revokes it.
@Component
public class Versions {
    private final VersionRepository versions;
    private final VersionSubjectRepository versionSubjects;
    private final PolicyRepository policies;
    private final ManifestStore manifests;
    private final ImageSafe safe;
    private final ConsentLedger consents;
    private final DatasetSettings settings;
    private final Clock clock;

    Versions(
            VersionRepository versions,
            VersionSubjectRepository versionSubjects,
            PolicyRepository policies,
            ManifestStore manifests,
            ImageSafe safe,
            ConsentLedger consents,
            DatasetSettings settings,
            Clock clock) {
        this.versions = versions;
        this.versionSubjects = versionSubjects;
        this.policies = policies;
        this.manifests = manifests;
        this.safe = safe;
        this.consents = consents;
        this.settings = settings;
        this.clock = clock;
    }

    public DatasetVersion get(DatasetVersionId id) {
        return find(id).view();
    }

    public void requireUsable(DatasetVersionId id, Purpose purpose) {
        requireUsable(id, standing(id), purpose);
    }

    public void lockUsable(DatasetVersionId id) {
        var _ = versions.hold(id.value()).orElseThrow(() -> new DatasetVersionNotFound(id));
        Standing held = standing(id);
        requireUsable(id, held, held.purpose());
    }

    /// Passes if the dataset does without evidence, or everyone the version rests on has given some.
    public void requireProven(DatasetVersionId id) {
        if (policies.of(get(id).dataset()).required()) {
            int unproven = unproven(id);
            if (unproven > 0) {
                throw new VersionUnproven(id, unproven);
            }
        }
    }

    /// How many people's consent has no evidence by now.
    public int unproven(DatasetVersionId id) {
        return versionSubjects.unproven(id.value(), clock.instant());
    }

    /// The manifest's bytes, for whoever wants to check the hash. The caller closes the stream.
    public InputStream manifest(DatasetVersionId id) {
        Standing standing = standing(id);
        requireUsable(id, standing, standing.purpose());
        return manifests.open(id, find(id).manifest());
    }

    public SealedCrops open(DatasetVersionId id, Split split, Purpose purpose) {
        requireUsable(id, purpose);
        List<SubjectId> subjects = versionSubjects.findByVersionIdOrderByLabel(id.value()).stream()
                .map(VersionSubject::subject)
                .toList();
        Stream<SubjectId> others = versionSubjects.others(id.value()).stream().map(SubjectId::new);
        List<SubjectId> people = Stream.concat(subjects.stream(), others).toList();
        CropSources sources = new CropSources(id, split, consents.keysOf(people));
        try (var crops = versionSubjects.crops(id.value())) {
            sources.match(crops.iterator(), images -> manifests.images(id, find(id).manifest(), images));
        }
        return new ManifestCrops(id, purpose, sources.all(), subjects.size(), consents, safe, settings);
    }

    /// Revokes the versions with the subject in datasets of these purposes.
    ///
    /// @return those that were not revoked before
    public List<DatasetVersion> revoke(SubjectId subject, Collection<Purpose> purposes, String reason) {
        List<VersionRow> found = versions.lockSealedWith(subject.value(), purposes);
        found.forEach(version -> version.revoke(reason, clock.instant()));
        return found.stream().map(VersionRow::view).toList();
    }

    private void requireUsable(DatasetVersionId id, Standing standing, Purpose purpose) {
        if (standing.status() == VersionStatus.REVOKED) {
            throw new DatasetVersionRevokedProblem(id);
        }
        if (standing.purpose() != purpose) {
            throw new WrongPurpose(id, standing.purpose(), purpose);
        }
        versionSubjects
                .withoutConsent(id.value(), purpose.name(), clock.instant())
                .ifPresent(subject -> {
                    throw new NoLiveConsent(new SubjectId(subject), purpose);
                });
    }

    private Standing standing(DatasetVersionId id) {
        return versions.standing(id.value()).orElseThrow(() -> new DatasetVersionNotFound(id));
    }

    private VersionRow find(DatasetVersionId id) {
        return versions.findById(id.value()).orElseThrow(() -> new DatasetVersionNotFound(id));
    }
}
