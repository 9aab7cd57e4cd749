package dev.facewright.platform.consent;

import dev.facewright.platform.storage.DataKeyId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/// The key of all evidence that was erased in one year.
@Entity
@Table(name = "evidence_proof_key")
class EvidenceProofKey implements Persistable<Integer> {
    @Id
    private int year;

    private UUID dataKey;
    private Instant endsAt;
    private @Nullable Instant endedAt;

    @Transient
    private boolean added;

    protected EvidenceProofKey() {}

    EvidenceProofKey(int year, DataKeyId key, Instant endsAt) {
        this.year = year;
        this.dataKey = key.value();
        this.endsAt = endsAt;
        this.added = true;
    }

    @Override
    public Integer getId() {
        return year;
    }

    @Override
    public boolean isNew() {
        return added;
    }

    @PostLoad
    @PostPersist
    void stored() {
        added = false;
    }

    DataKeyId key() {
        return new DataKeyId(dataKey);
    }

    Instant endsAt() {
        return endsAt;
    }

    boolean ended() {
        return endedAt != null;
    }

    void end(Instant now) {
        endedAt = now;
    }
}
