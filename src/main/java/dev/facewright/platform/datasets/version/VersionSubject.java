package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.SubjectId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// A subject's part in a sealed version, and how a withdrawal finds it. Never changes.
@Entity
@Immutable
@Table(name = "dataset_version_subject")
@IdClass(VersionSubject.Key.class)
public class VersionSubject {
    record Key(UUID versionId, UUID subjectId) {}

    @Id
    private UUID versionId;

    @Id
    private UUID subjectId;

    private int label;
    private int trainImages;
    private int validationImages;

    /// Null where a version of before could name none.
    private @Nullable UUID consentId;

    protected VersionSubject() {}

    public SubjectId subject() {
        return new SubjectId(subjectId);
    }

    /// The class a network learns for this subject, counted from 0 without gaps.
    public int label() {
        return label;
    }

    public int trainImages() {
        return trainImages;
    }

    public int validationImages() {
        return validationImages;
    }
}
