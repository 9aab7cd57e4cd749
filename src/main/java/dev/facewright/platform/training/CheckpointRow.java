package dev.facewright.platform.training;

import dev.facewright.platform.storage.ObjectKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a state of a run lies. One of the same step takes its place.
@Entity
@Table(name = "run_checkpoint")
@IdClass(CheckpointRow.Key.class)
class CheckpointRow {
    record Key(UUID runId, long globalStep) {}

    @Id
    private UUID runId;

    @Id
    private long globalStep;

    private String objectKey;

    @Column(name = "sha256")
    private String sha256;

    private boolean sealed;
    private long bytes;
    private @Nullable Double meanLoss;
    private Instant createdAt;

    protected CheckpointRow() {}

    /// @param sha256  of what it holds in the plain
    CheckpointRow(RunId run, KeptCheckpoint kept, ObjectKey object, String sha256) {
        this.runId = run.value();
        this.globalStep = kept.step();
        this.objectKey = object.value();
        this.sha256 = sha256;
        this.sealed = true;
        this.bytes = kept.bytes();
        this.meanLoss = kept.meanLoss();
        this.createdAt = kept.takenAt();
    }

    long step() {
        return globalStep;
    }

    @Nullable
    Double meanLoss() {
        return meanLoss;
    }

    ObjectKey object() {
        return new ObjectKey(objectKey);
    }

    String sha256() {
        return sha256;
    }

    /// False for one of before they were encrypted.
    boolean sealed() {
        return sealed;
    }

    KeptCheckpoint kept() {
        return new KeptCheckpoint(globalStep, meanLoss, bytes, createdAt);
    }
}
