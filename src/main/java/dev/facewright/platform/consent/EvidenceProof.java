package dev.facewright.platform.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/// The keyed hash of evidence that was erased. Never changes.
@Entity
@Immutable
@Table(name = "evidence_proof")
class EvidenceProof implements Persistable<UUID> {
    @Id
    private UUID consentId;

    private int year;
    private String keyedHash;

    @Transient
    private boolean added;

    protected EvidenceProof() {}

    EvidenceProof(ConsentId consent, int year, String keyedHash) {
        this.consentId = consent.value();
        this.year = year;
        this.keyedHash = keyedHash;
        this.added = true;
    }

    @Override
    public UUID getId() {
        return consentId;
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

    int year() {
        return year;
    }

    String keyedHash() {
        return keyedHash;
    }
}
