package dev.facewright.platform.export;

import dev.facewright.platform.jobs.JobOutcome.Cancelled;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.jobs.Life;
import dev.facewright.platform.jobs.LifeChange;
import dev.facewright.platform.jobs.LifeChange.Begun;
import dev.facewright.platform.jobs.LifeChange.CancelRequested;
import dev.facewright.platform.jobs.Living;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The row of an export. The bundle is an object under the key that stands here.
@Entity
@Table(name = "export_bundle")
class ExportBundle implements Living {
    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private UUID modelVersionId;

    @Embedded
    private Life life;

    private boolean withdrawn;
    private @Nullable String bundleKey;
    private @Nullable UUID dataKey;
    private boolean plain;
    private @Nullable Instant destroyedAt;
    private @Nullable String sha256;
    private @Nullable Long bytes;
    private @Nullable Double maximumDifference;

    @JdbcTypeCode(SqlTypes.JSON)
    private ExportView.@Nullable Latency latency;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> files;

    protected ExportBundle() {}

    ExportBundle(ExportId id, ModelVersionId model, Instant now) {
        this.id = id.value();
        this.modelVersionId = model.value();
        this.life = new Life(now);
        this.files = Map.of();
    }

    ExportId id() {
        return new ExportId(id);
    }

    ModelVersionId model() {
        return new ModelVersionId(modelVersionId);
    }

    @Override
    public Life life() {
        return life;
    }

    Optional<ObjectKey> bundleKey() {
        return Optional.ofNullable(bundleKey).map(ObjectKey::new);
    }

    /// Null until its bundle is being made, and for one of before bundles were encrypted.
    @Nullable
    DataKeyId dataKey() {
        return dataKey == null ? null : new DataKeyId(dataKey);
    }

    void encryptWith(DataKeyId key) {
        dataKey = key.value();
    }

    boolean plain() {
        return plain && destroyedAt == null;
    }

    void sealedAt(ObjectKey object) {
        bundleKey = object.value();
        plain = false;
    }

    /// @return false if it was before, or there never was a bundle
    boolean destroy(Instant now) {
        boolean there = bundleKey != null && destroyedAt == null;
        destroyedAt = there ? now : destroyedAt;
        return there;
    }

    void gave(StoredBundle bundle) {
        bundleKey = bundle.key().value();
        sha256 = bundle.sha256();
        bytes = bundle.bytes();
        maximumDifference = bundle.maximumDifference();
        latency = bundle.latency();
        files = bundle.files();
    }

    /// @return false if there was nothing to withdraw, or it was withdrawn before
    boolean withdraw() {
        boolean handedOut = life.status() == JobStatus.SUCCEEDED && !withdrawn;
        withdrawn |= handedOut;
        return handedOut;
    }

    @Override
    public @Nullable ExportEvent event(LifeChange change) {
        return switch (change) {
            case Begun _ -> new ExportEvent.Started(id());
            case RetryLater _ -> null;
            case CancelRequested _ -> new ExportEvent.CancelRequested(id());
            case Succeeded _ -> new ExportEvent.Completed(id(), model(), Objects.requireNonNull(sha256));
            case Failed _ -> new ExportEvent.Failed(id());
            case Cancelled _ -> new ExportEvent.Cancelled(id());
        };
    }

    private ExportStatus status(boolean usable) {
        return switch (life.status()) {
            case QUEUED -> ExportStatus.QUEUED;
            case RUNNING -> ExportStatus.RUNNING;
            case SUCCEEDED -> withdrawn || !usable ? ExportStatus.WITHDRAWN : ExportStatus.READY;
            case FAILED -> ExportStatus.FAILED;
            case CANCELLED -> ExportStatus.CANCELLED;
        };
    }

    /// @param usable  whether the model may be used at this moment
    ExportView view(String modelName, boolean usable) {
        return new ExportView(
                id(),
                model(),
                modelName,
                status(usable),
                sha256,
                bytes,
                maximumDifference,
                latency,
                files,
                life.createdAt(),
                life.endedAt(),
                destroyedAt,
                life.failure());
    }
}
