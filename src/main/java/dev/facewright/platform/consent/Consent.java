package dev.facewright.platform.consent;

import dev.facewright.platform.consent.ConsentProblem.ConsentAlreadyWithdrawn;
import dev.facewright.platform.consent.ConsentView.ConsentState;
import dev.facewright.platform.consent.EvidenceSafe.StoredEvidence;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/// One yes to one notice. Changes once: when it is withdrawn.
@Entity
class Consent {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Subject subject;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "consent_purpose", joinColumns = @JoinColumn(name = "consent_id"))
    @Column(name = "purpose")
    @Enumerated(EnumType.STRING)
    @BatchSize(size = 200)
    private Set<Purpose> purposes;

    private String noticeVersion;
    private String noticeLanguage;

    @Enumerated(EnumType.STRING)
    private ConsentMethod method;

    private Instant givenAt;
    private @Nullable Instant expiresAt;
    private Instant recordedAt;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawalReason;
    private @Nullable Instant expirySeenAt;
    private @Nullable String evidenceKey;
    private @Nullable String evidenceType;
    private @Nullable Long evidenceBytes;
    private @Nullable String evidenceHash;

    protected Consent() {}

    Consent(Subject subject, NewConsent given, Instant now) {
        this.id = ConsentId.random().value();
        this.subject = subject;
        this.purposes = EnumSet.copyOf(given.purposes());
        this.noticeVersion = given.noticeVersion();
        this.noticeLanguage = given.noticeLanguage();
        this.method = given.method();
        this.givenAt = given.givenAt();
        this.expiresAt = given.expiresAt();
        this.recordedAt = now;
    }

    ConsentId id() {
        return new ConsentId(id);
    }

    Subject subject() {
        return subject;
    }

    Set<Purpose> purposes() {
        return purposes;
    }

    /// Of this consent alone. What its subject permits is asked of `LivePurposes`.
    ConsentState state(Instant now) {
        if (withdrawnAt != null) {
            return ConsentState.WITHDRAWN;
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? ConsentState.EXPIRED : ConsentState.LIVE;
    }

    /// @throws ConsentAlreadyWithdrawn if it was withdrawn before
    void withdraw(WithdrawalReason reason, Instant now) {
        if (withdrawnAt != null) {
            throw new ConsentAlreadyWithdrawn(id());
        }
        withdrawnAt = now;
        withdrawalReason = reason.code();
    }

    boolean expiryUnseen(Instant now) {
        return expirySeenAt == null && state(now) == ConsentState.EXPIRED;
    }

    void expirySeen(Instant now) {
        expirySeenAt = now;
    }

    void attach(StoredEvidence evidence) {
        evidenceKey = evidence.key().value();
        evidenceType = evidence.type().mediaType();
        evidenceBytes = evidence.bytes();
        evidenceHash = evidence.hash();
    }

    void forgetEvidence() {
        evidenceKey = null;
        evidenceType = null;
        evidenceBytes = null;
        evidenceHash = null;
    }

    @Nullable
    String evidenceKey() {
        return evidenceKey;
    }

    ConsentView view(Instant now) {
        var evidence = evidenceType == null || evidenceBytes == null || evidenceHash == null
                ? null
                : new ConsentView.EvidenceView(evidenceType, evidenceBytes, evidenceHash);
        return new ConsentView(
                id(),
                state(now),
                EnumSet.copyOf(purposes),
                noticeVersion,
                noticeLanguage,
                method,
                givenAt,
                expiresAt,
                withdrawnAt,
                withdrawalReason,
                recordedAt,
                evidence);
    }
}
