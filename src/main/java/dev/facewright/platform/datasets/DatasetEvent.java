package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// What happens to datasets and their versions.
public sealed interface DatasetEvent extends DomainEvent {
    /// A dataset exists from now on.
    record Created(DatasetId dataset, Purpose purpose) implements DatasetEvent {}

    /// A single image came into a dataset.
    record ImageAdded(DatasetId dataset, ImageId image) implements DatasetEvent {}

    /// A version was sealed: its manifest will not change.
    record VersionSealed(DatasetVersionId version, DatasetId dataset, String manifestHash) implements DatasetEvent {}

    /// A sealed version may not be used any more. Published once for each version.
    ///
    /// @param reason  a slug
    record VersionRevoked(DatasetVersionId version, DatasetId dataset, String reason) implements DatasetEvent {}

    DatasetId dataset();

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case Created created -> told("created", Fact.word("purpose", created.purpose()));
            case ImageAdded added -> told("image-added", Fact.id("image", added.image()));
            case VersionSealed sealed ->
                told("version-sealed", version(sealed.version()), Fact.id("manifestHash", sealed.manifestHash()));
            case VersionRevoked revoked ->
                told("version-revoked", version(revoked.version()), Fact.word("reason", revoked.reason()));
        };
    }

    private AuditFacts told(String what, Fact... more) {
        return AuditFacts.of("dataset." + what, Fact.id("dataset", dataset())).with(more);
    }

    private static Fact version(DatasetVersionId version) {
        return Fact.id("version", version);
    }
}
