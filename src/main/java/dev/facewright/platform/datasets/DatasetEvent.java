package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// What happens to datasets, their images and their versions.
public sealed interface DatasetEvent extends DomainEvent {
    /// A dataset exists from now on.
    record Created(DatasetId dataset, Purpose purpose) implements DatasetEvent {}

    /// A dataset asks for evidence from now on, or no longer.
    record EvidencePolicySet(DatasetId dataset, EvidencePolicy policy) implements DatasetEvent {}

    /// A single image came into a dataset.
    record ImageAdded(DatasetId dataset, ImageId image) implements DatasetEvent {}

    /// A version was sealed: its manifest will not change.
    record VersionSealed(DatasetVersionId version, DatasetId dataset, String manifestHash) implements DatasetEvent {}

    /// A sealed version may not be used any more. Published once for each version.
    ///
    /// @param reason  a slug
    record VersionRevoked(DatasetVersionId version, DatasetId dataset, String reason) implements DatasetEvent {}

    /// Images of a subject are deleted; traces stay that there were some. Of many images it is told in parts.
    record ImagesErased(SubjectId subject, int images) implements DatasetEvent {}

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case Created created -> told("created", created.dataset(), Fact.word("purpose", created.purpose()));
            case EvidencePolicySet set ->
                told(
                        "evidence-policy-set",
                        set.dataset(),
                        Fact.word(
                                "evidence",
                                set.policy().waiver() == null
                                        ? "REQUIRED"
                                        : set.policy().waiver()));
            case ImageAdded added -> told("image-added", added.dataset(), Fact.id("image", added.image()));
            case VersionSealed sealed ->
                told(
                        "version-sealed",
                        sealed.dataset(),
                        version(sealed.version()),
                        Fact.id("manifestHash", sealed.manifestHash()));
            case VersionRevoked revoked ->
                told(
                        "version-revoked",
                        revoked.dataset(),
                        version(revoked.version()),
                        Fact.word("reason", revoked.reason()));
            case ImagesErased erased ->
                AuditFacts.of(
                        "dataset.images-erased", Fact.subject(erased.subject()), Fact.count("images", erased.images()));
        };
    }

    private static AuditFacts told(String what, DatasetId dataset, Fact... more) {
        return AuditFacts.of("dataset." + what, Fact.id("dataset", dataset)).with(more);
    }

    private static Fact version(DatasetVersionId version) {
        return Fact.id("version", version);
    }
}
