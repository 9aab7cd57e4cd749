package dev.facewright.platform.datasets.version;

import dev.facewright.platform.datasets.Dataset;
import dev.facewright.platform.datasets.DatasetVersion;
import dev.facewright.platform.datasets.DatasetVersion.VersionStatus;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.EvidenceBasis;
import dev.facewright.platform.datasets.EvidencePolicy;
import dev.facewright.platform.datasets.EvidencePolicy.EvidenceWaiver;
import dev.facewright.platform.datasets.registry.DatasetRow;
import dev.facewright.platform.datasets.registry.SavedOnce;
import dev.facewright.platform.storage.ObjectKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A sealed version. It can be revoked, once; the database itself refuses to change anything else.
@Entity
@Table(name = "dataset_version")
public class VersionRow implements SavedOnce {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "dataset_id", updatable = false)
    private DatasetRow dataset;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private String manifestKey;

    @Column(updatable = false)
    private String manifestHash;

    @Column(updatable = false)
    private int imageCount;

    @Column(updatable = false)
    private int subjectCount;

    @Column(updatable = false)
    private double validationFraction;

    @Column(updatable = false)
    private long seed;

    @Column(updatable = false)
    private @Nullable Integer uncountedImages;

    @Column(updatable = false)
    private boolean evidenceAsked;

    @Column(updatable = false)
    private int unprovenSubjects;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private @Nullable EvidenceWaiver evidenceWaiver;

    @Column(updatable = false)
    private @Nullable String evidenceExplanation;

    @Enumerated(EnumType.STRING)
    private VersionStatus status = VersionStatus.SEALED;

    @Column(updatable = false)
    private Instant sealedAt;

    private @Nullable Instant revokedAt;
    private @Nullable String revocationReason;

    protected VersionRow() {}

    VersionRow(DatasetRow dataset, Manifest.Head head, Enrolment enrolled, ManifestStore.Kept manifest, Instant now) {
        this.id = DatasetVersionId.random().value();
        this.dataset = dataset;
        this.number = head.number();
        this.manifestKey = manifest.key().value();
        this.manifestHash = manifest.hash();
        this.imageCount = enrolled.images();
        this.subjectCount = enrolled.subjects().size();
        this.validationFraction = head.validationFraction();
        this.seed = head.seed();
        this.uncountedImages = enrolled.uncounted();
        this.sealedAt = now;
    }

    /// Before it is stored: what the dataset said of evidence, and how many people have none.
    VersionRow provenAs(EvidencePolicy policy, int unproven) {
        evidenceAsked = true;
        evidenceWaiver = policy.waiver();
        evidenceExplanation = policy.explanation();
        unprovenSubjects = unproven;
        return this;
    }

    @Override
    public UUID getId() {
        return id;
    }

    DatasetVersionId id() {
        return new DatasetVersionId(id);
    }

    ManifestStore.Kept manifest() {
        return new ManifestStore.Kept(new ObjectKey(manifestKey), manifestHash);
    }

    void revoke(String reason, Instant now) {
        status = VersionStatus.REVOKED;
        revocationReason = reason;
        revokedAt = now;
    }

    boolean revoked() {
        return status == VersionStatus.REVOKED;
    }

    /// @param ended  why the consents it rests on do not last, though nobody may have revoked it yet; null if they do
    DatasetVersion view(@Nullable String ended) {
        Dataset of = dataset.view();
        return new DatasetVersion(
                id(),
                of.id(),
                of.name(),
                of.purpose(),
                number,
                manifestHash,
                imageCount,
                subjectCount,
                validationFraction,
                seed,
                uncountedImages,
                new EvidenceBasis(evidenceAsked, unprovenSubjects, evidenceWaiver, evidenceExplanation),
                ended == null ? status : VersionStatus.REVOKED,
                sealedAt,
                revokedAt,
                revocationReason == null ? ended : revocationReason);
    }
}
