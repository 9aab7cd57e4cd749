package dev.facewright.platform.datasets.version;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// Someone on an image of a sealed version who is not in it under a label of their own. Never changes.
@Entity
@Immutable
@Table(name = "dataset_version_other")
@IdClass(VersionOther.Key.class)
class VersionOther {
    record Key(UUID versionId, UUID subjectId) {}

    @Id
    private UUID versionId;

    @Id
    private UUID subjectId;

    /// Null where a version of before could name none.
    private @Nullable UUID consentId;

    protected VersionOther() {}
}
