package dev.facewright.platform.datasets.registry;

import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.EvidencePolicy;
import dev.facewright.platform.datasets.EvidencePolicy.EvidenceWaiver;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// What a dataset asked for from some moment on. Never changes: the next one has the next number.
@Entity
@Immutable
@Table(name = "dataset_evidence_policy")
@IdClass(PolicyRow.Key.class)
public class PolicyRow {
    record Key(UUID datasetId, int number) {}

    @Id
    private UUID datasetId;

    @Id
    private int number;

    private boolean required;

    @Enumerated(EnumType.STRING)
    private @Nullable EvidenceWaiver reason;

    private @Nullable String explanation;
    private Instant setAt;

    protected PolicyRow() {}

    public PolicyRow(DatasetId dataset, int number, EvidencePolicy policy, Instant now) {
        this.datasetId = dataset.value();
        this.number = number;
        this.required = policy.required();
        this.reason = policy.waiver();
        this.explanation = policy.explanation();
        this.setAt = now;
    }

    public int number() {
        return number;
    }

    public EvidencePolicy view() {
        return new EvidencePolicy(reason, explanation);
    }
}
