package dev.facewright.platform.consent;

import dev.facewright.platform.consent.EvidenceSafe.StoredEvidence;
import dev.facewright.platform.storage.ObjectKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// What proves a consent and where it lies. Deleted when the person is erased; the consent itself stays.
@Entity
@Immutable
class ConsentEvidence {
    @Id
    @Column(name = "consent_id") // as the join column has it
    private UUID consentId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "consent_id", insertable = false, updatable = false)
    private Consent consent;

    private String objectKey;
    private String mediaType;
    private long bytes;
    private String hash;

    protected ConsentEvidence() {}

    ConsentEvidence(Consent consent, StoredEvidence stored) {
        this.consentId = consent.id().value();
        this.consent = consent;
        this.objectKey = stored.key().value();
        this.mediaType = stored.type().mediaType();
        this.bytes = stored.bytes();
        this.hash = stored.hash();
    }

    ConsentId id() {
        return new ConsentId(consentId);
    }

    ObjectKey key() {
        return new ObjectKey(objectKey);
    }

    ConsentView.EvidenceView view() {
        return new ConsentView.EvidenceView(mediaType, bytes, hash);
    }
}
