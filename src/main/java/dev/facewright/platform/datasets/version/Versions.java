package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.ConsentId;
import dev.facewright.platform.consent.ConsentLedger;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
        return view(find(id));
    }

    public DatasetVersion view(VersionRow row) {
        return views(List.of(row)).getFirst();
    }

    /// As they stand at this moment, whether or not the news of an ended consent has reached them.
    public List<DatasetVersion> views(List<VersionRow> rows) {
        Set<UUID> live = versions.live(rows.stream().map(VersionRow::getId).toList(), clock.instant());
        return rows.stream()
                .map(row -> row.view(
                        row.revoked() || live.contains(row.getId()) ? null : versionSubjects.endedBy(row.getId())))
                .toList();
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
        return versionSubjects.unproven(id.value());
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
        return new ManifestCrops(id, sources.all(), subjects.size(), () -> requireUsable(id, purpose), safe, settings);
    }

    /// Revokes the versions that rest on that consent.
    ///
    /// @return those that were not revoked before
    public List<DatasetVersion> revoke(SubjectId subject, ConsentId consent, String reason) {
        List<VersionRow> found = versions.lockSealedOn(subject.value(), consent.value());
        found.forEach(version -> version.revoke(reason, clock.instant()));
        return found.stream().map(version -> version.view(null)).toList();
    }

    private void requireUsable(DatasetVersionId id, Standing standing, Purpose purpose) {
        if (standing.status() == VersionStatus.REVOKED || !standing.live()) {
            throw new DatasetVersionRevokedProblem(id);
        }
        if (standing.purpose() != purpose) {
            throw new WrongPurpose(id, standing.purpose(), purpose);
        }
    }

    private Standing standing(DatasetVersionId id) {
        return versions.standing(id.value(), clock.instant()).orElseThrow(() -> new DatasetVersionNotFound(id));
    }

    private VersionRow find(DatasetVersionId id) {
        return versions.findById(id.value()).orElseThrow(() -> new DatasetVersionNotFound(id));
    }
}
