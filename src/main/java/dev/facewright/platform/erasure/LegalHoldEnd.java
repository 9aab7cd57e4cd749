package dev.facewright.platform.erasure;

import dev.facewright.platform.approvals.ProposalId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/// That a hold was lifted, by which approval.
@Entity
@Immutable
@Table(name = "legal_hold_end")
class LegalHoldEnd implements Persistable<UUID> {
    @Id
    private @Nullable UUID holdId;

    @MapsId
    @OneToOne(fetch = FetchType.LAZY, optional = false)
    private LegalHold hold;

    private UUID proposalId;
    private Instant endedAt;

    @Transient
    private boolean added;

    protected LegalHoldEnd() {}

    LegalHoldEnd(LegalHold hold, ProposalId proposal, Instant now) {
        this.hold = hold;
        this.proposalId = proposal.value();
        this.endedAt = now;
        this.added = true;
    }

    @Override
    public @Nullable UUID getId() {
        return holdId;
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

    Instant at() {
        return endedAt;
    }

    ProposalId proposal() {
        return new ProposalId(proposalId);
    }
}
