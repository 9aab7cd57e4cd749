package dev.facewright.platform.consent;

import dev.facewright.platform.consent.ConsentEnd.Kind;
import dev.facewright.platform.consent.ConsentProblem.ConsentAlreadyWithdrawn;
import dev.facewright.platform.consent.ConsentView.ConsentState;
import dev.facewright.platform.consent.EvidenceSafe.StoredEvidence;
import jakarta.persistence.CascadeType;
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
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// One yes to one notice. Never changes: it ends by a `ConsentEnd`, and its evidence lies beside it.
@Entity
@Immutable
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

    @OneToMany(mappedBy = "consent", cascade = CascadeType.PERSIST)
    @BatchSize(size = 200)
    private Set<ConsentEnd> ends = new HashSet<>();

    /// At most one. The other side of a one-to-one would be fetched consent by consent.
    @OneToMany(mappedBy = "consent", cascade = CascadeType.PERSIST)
    @BatchSize(size = 200)
    private List<ConsentEvidence> evidence = new ArrayList<>();

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
        if (withdrawal().isPresent()) {
            return ConsentState.WITHDRAWN;
        }
        boolean over = !ends.isEmpty() || (expiresAt != null && !now.isBefore(expiresAt));
        return over ? ConsentState.EXPIRED : ConsentState.LIVE;
    }

    /// @throws ConsentAlreadyWithdrawn if it was withdrawn before
    void withdraw(WithdrawalReason reason, Instant now) {
        if (withdrawal().isPresent()) {
            throw new ConsentAlreadyWithdrawn(id());
        }
        ends.add(new ConsentEnd(this, Kind.WITHDRAWN, now, reason.code()));
    }

    /// Writes down that it ran out, once.
    ///
    /// @return false if it did not, or was withdrawn, or this was written before
    boolean runOut(Instant now) {
        if (expiresAt == null || now.isBefore(expiresAt) || !ends.isEmpty()) {
            return false;
        }
        ends.add(new ConsentEnd(this, Kind.EXPIRED, expiresAt, "expired"));
        return true;
    }

    private Optional<ConsentEnd> withdrawal() {
        return ends.stream().filter(end -> end.kind() == Kind.WITHDRAWN).findFirst();
    }

    void attach(StoredEvidence stored) {
        evidence.add(new ConsentEvidence(this, stored));
    }

    Optional<ConsentEvidence> evidence() {
        return evidence.stream().findFirst();
    }

    ConsentView view(Instant now) {
        return new ConsentView(
                id(),
                state(now),
                EnumSet.copyOf(purposes),
                noticeVersion,
                noticeLanguage,
                method,
                givenAt,
                expiresAt,
                withdrawal().map(ConsentEnd::endedAt).orElse(null),
                withdrawal().map(ConsentEnd::reason).orElse(null),
                recordedAt,
                evidence().map(ConsentEvidence::view).orElse(null));
    }
}
