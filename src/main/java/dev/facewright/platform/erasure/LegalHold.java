package dev.facewright.platform.erasure;

import dev.facewright.platform.accounts.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/// That something must not be destroyed. Never changes; it ends by a `LegalHoldEnd`.
@Entity
@Immutable
@Table(name = "legal_hold")
class LegalHold implements Persistable<UUID> {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private HoldObject.Kind kind;

    private @Nullable UUID objectId;
    private String reason;
    private LocalDate reviewOn;
    private UUID placedBy;
    private Instant placedAt;

    @OneToOne(mappedBy = "hold", fetch = FetchType.EAGER)
    private @Nullable LegalHoldEnd end;

    @Transient
    private boolean added;

    protected LegalHold() {}

    LegalHold(HoldObject object, HoldReason reason, LocalDate reviewOn, AccountId by, Instant now) {
        this.id = HoldId.random().value();
        this.kind = object.kind();
        this.objectId = object.id();
        this.reason = reason.code();
        this.reviewOn = reviewOn;
        this.placedBy = by.value();
        this.placedAt = now;
        this.added = true;
    }

    @Override
    public UUID getId() {
        return id;
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

    HoldId id() {
        return new HoldId(id);
    }

    HoldObject object() {
        return new HoldObject(kind, objectId);
    }

    String reason() {
        return reason;
    }

    boolean ended() {
        return end != null;
    }

    HoldView view() {
        return new HoldView(
                id(),
                kind,
                objectId,
                reason,
                reviewOn,
                new AccountId(placedBy),
                placedAt,
                end == null ? null : end.at(),
                end == null ? null : end.proposal());
    }
}
