package dev.facewright.platform.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// That a consent ended. Written once and never changed, so that no end can be taken back.
@Entity
@Immutable
@IdClass(ConsentEnd.Key.class)
class ConsentEnd {
    enum Kind {
        WITHDRAWN,
        EXPIRED
    }

    record Key(UUID consentId, Kind kind) {}

    @Id
    @Column(name = "consent_id") // as the join column has it
    private UUID consentId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "consent_id", insertable = false, updatable = false)
    private Consent consent;

    @Id
    @Enumerated(EnumType.STRING)
    private Kind kind;

    private Instant endedAt;
    private String reason;

    protected ConsentEnd() {}

    ConsentEnd(Consent consent, Kind kind, Instant endedAt, String reason) {
        this.consentId = consent.id().value();
        this.consent = consent;
        this.kind = kind;
        this.endedAt = endedAt;
        this.reason = reason;
    }

    Kind kind() {
        return kind;
    }

    Instant endedAt() {
        return endedAt;
    }

    /// A slug.
    String reason() {
        return reason;
    }
}
