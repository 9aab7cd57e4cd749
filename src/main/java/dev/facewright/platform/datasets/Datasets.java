package dev.facewright.platform.datasets;

import dev.facewright.ml.image.Landmarks5;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetProblem.DatasetNameTaken;
import dev.facewright.platform.datasets.DatasetProblem.ImageNotAccepted;
import dev.facewright.platform.datasets.DatasetVersion.VersionStatus;
import dev.facewright.platform.datasets.image.ImageIntake;
import dev.facewright.platform.datasets.image.ImageRow;
import dev.facewright.platform.datasets.image.Intake;
import dev.facewright.platform.datasets.registry.DatasetRepository;
import dev.facewright.platform.datasets.registry.DatasetRow;
import dev.facewright.platform.datasets.upload.Uploads;
import dev.facewright.platform.datasets.version.Sealing;
import dev.facewright.platform.datasets.version.VersionRepository;
import dev.facewright.platform.datasets.version.Versions;
import dev.facewright.platform.kernel.Choice;
import dev.facewright.platform.kernel.UniqueRule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The datasets and their sealed versions, for whoever fills them, trains on them or measures with them.
@Service
public class Datasets {
    private static final UniqueRule NAME = new UniqueRule("dataset_name");

    private final DatasetRepository datasets;
    private final Uploads uploads;
    private final ImageIntake intake;
    private final Sealing sealing;
    private final Versions versions;
    private final VersionRepository versionRows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Datasets(
            DatasetRepository datasets,
            Uploads uploads,
            ImageIntake intake,
            Sealing sealing,
            Versions versions,
            VersionRepository versionRows,
            ApplicationEventPublisher events,
            Clock clock) {
        this.datasets = datasets;
        this.uploads = uploads;
        this.intake = intake;
        this.sealing = sealing;
        this.versions = versions;
        this.versionRows = versionRows;
        this.events = events;
        this.clock = clock;
    }

    /// @throws DatasetNameTaken if another dataset has it
    @Transactional
    public DatasetId create(String name, Purpose purpose, String description) {
        return create(name, purpose, description, false);
    }

    /// @param alwaysDetect  look for a face even in images of 112x112, which otherwise count as aligned
    /// @throws DatasetNameTaken if another dataset has the name
    @Transactional
    public DatasetId create(String name, Purpose purpose, String description, boolean alwaysDetect) {
        if (datasets.nameTaken(name.strip())) {
            throw new DatasetNameTaken();
        }
        Dataset dataset = new Dataset(
                DatasetId.random(), name.strip(), purpose, description.strip(), alwaysDetect, clock.instant());
        insert(dataset);
        events.publishEvent(new DatasetEvent.Created(dataset.id(), purpose));
        return dataset.id();
    }

    private void insert(Dataset dataset) {
        try {
            datasets.saveAndFlush(new DatasetRow(dataset));
        } catch (DataIntegrityViolationException violation) {
            throw NAME.brokenBy(violation) ? new DatasetNameTaken() : violation; // another was faster
        }
    }

    /// Hands an archive over to be looked through by a job; the file may be deleted afterwards.
    ///
    /// @throws DatasetProblem.ArchiveRefused if it is no zip, tar or tar.gz
    /// @throws DatasetProblem.ArchiveTooLarge if it is
    public UploadId upload(DatasetId dataset, Path archive) {
        return uploads.receive(dataset, archive);
    }

    /// @throws DatasetProblem.UploadNotFound if there is none
    public UploadView upload(UploadId upload) {
        return uploads.view(upload);
    }

    /// Asks an upload to end early; what it took stays.
    @Transactional
    public void cancel(UploadId upload) {
        uploads.cancel(upload);
    }

    /// Adds one image, at once. Sent again, it is a duplicate and changes nothing.
    ///
    /// @param landmarks  in pixels of the upright image
    /// @throws ImageNotAccepted with the reason
    public AddedImage add(DatasetId dataset, SubjectId subject, byte[] content, @Nullable Landmarks5 landmarks) {
        return add(dataset, Offer.alone(subject, content, landmarks));
    }

    /// The same of a picture with several people on it: an image of each of them.
    ///
    /// @throws ImageNotAccepted with the reason
    public AddedImage add(DatasetId dataset, Offer offer) {
        Intake result = intake.take(datasets.get(dataset), offer, ImageRow.Origin.SINGLE);
        return switch (result) {
            case Intake.Accepted(ImageId id) -> new AddedImage(id, false);
            case Intake.Duplicate(ImageId id) -> new AddedImage(id, true);
            case Intake.NotTaken(RefusalReason reason) -> throw new ImageNotAccepted(reason);
        };
    }

    /// Fixes the images of everyone who consents now and has enough of them.
    ///
    /// @throws DatasetProblem.NotEnoughToSeal if fewer than two subjects have two images each
    public DatasetVersionId seal(DatasetId dataset, SealOptions options) {
        return sealing.seal(dataset, options);
    }

    /// @throws DatasetProblem.DatasetVersionNotFound if there is none
    @Transactional(readOnly = true)
    public DatasetVersion version(DatasetVersionId version) {
        return versions.get(version);
    }

    /// Versions of that purpose that may be used, the latest first.
    ///
    /// @param part  of a dataset's name, in any case; empty for all
    @Transactional(readOnly = true)
    public Choice<DatasetVersion> sealedVersions(Purpose purpose, String part) {
        return Choice.of(
                versions.views(versionRows.sealed(purpose, part.strip(), clock.instant(), Limit.of(Choice.MOST + 1))),
                Function.identity());
    }

    /// The same of all datasets, with this one if it is one of them.
    @Transactional(readOnly = true)
    public Choice<DatasetVersion> sealedVersionsWith(Purpose purpose, @Nullable DatasetVersionId chosen) {
        Choice<DatasetVersion> latest = sealedVersions(purpose, "");
        return Optional.ofNullable(chosen)
                .flatMap(id -> versionRows.findById(id.value()))
                .map(versions::view)
                .filter(version -> version.purpose() == purpose && version.status() == VersionStatus.SEALED)
                .map(latest::with)
                .orElse(latest);
    }

    /// Of all purposes, those that may be used.
    @Transactional(readOnly = true)
    public long countSealedVersions() {
        return versionRows.countUsable(clock.instant());
    }

    /// Passes if the version is sealed for that purpose and no consent it rests on has ended, by the clock of the
    /// query.
    ///
    /// @throws DatasetProblem.DatasetVersionRevokedProblem if one has
    /// @throws DatasetProblem.WrongPurpose if it was sealed for another
    @Transactional(readOnly = true)
    public void requireUsable(DatasetVersionId version, Purpose purpose) {
        versions.requireUsable(version, purpose);
    }

    /// `requireUsable` for its own purpose, and holds a revocation back until the caller's transaction
    /// ends: what the caller commits is there when the revocation looks for it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockUsable(DatasetVersionId version) {
        versions.lockUsable(version);
    }

    /// Passes if consents under the version are proven, or its dataset says why they need not be.
    ///
    /// @throws DatasetProblem.VersionUnproven with how many people's are not
    @Transactional(readOnly = true)
    public void requireProven(DatasetVersionId version) {
        versions.requireProven(version);
    }

    /// Opens one split for reading; each read asks for the consent again.
    ///
    /// @throws DatasetProblem.DatasetVersionRevokedProblem if it was revoked
    /// @throws DatasetProblem.WrongPurpose if it was sealed for another
    /// @throws DatasetProblem.ManifestDamaged if the manifest is not what was sealed
    @Transactional(readOnly = true)
    public SealedCrops open(DatasetVersionId version, Split split, Purpose purpose) {
        return versions.open(version, split, purpose);
    }

    /// Sealed and revoked ones.
    @Transactional(readOnly = true)
    public Set<DatasetVersionId> versionsWith(SubjectId subject) {
        return versionRows.with(subject.value()).stream()
                .map(DatasetVersionId::new)
                .collect(Collectors.toSet());
    }

    /// What became of a single image.
    ///
    /// @param duplicate  whether the dataset had this very image of this subject already; then `id` is the
    ///     one it had
    public record AddedImage(ImageId id, boolean duplicate) {}
}
