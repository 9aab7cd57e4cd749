package dev.facewright.platform.approvals;

import dev.facewright.platform.accounts.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

/// How a proposal was decided. Never changes.
@Entity
@Immutable
@Table(name = "proposal_decision")
class ProposalDecision implements Persistable<UUID> {
    @Id
    private @Nullable UUID proposalId;

    @MapsId
    @OneToOne(fetch = FetchType.LAZY, optional = false)
    private Proposal proposal;

    @Enumerated(EnumType.STRING)
    private ProposalStatus decision;

    private UUID accountId;
    private String contentHash;
    private Instant decidedAt;

    @Transient
    private boolean added;

    protected ProposalDecision() {}

    ProposalDecision(Proposal proposal, ProposalStatus decision, AccountId by, String contentHash, Instant now) {
        this.proposal = proposal;
        this.decision = decision;
        this.accountId = by.value();
        this.contentHash = contentHash;
        this.decidedAt = now;
        this.added = true;
    }

    @Override
    public @Nullable UUID getId() {
        return proposalId;
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

    ProposalStatus status() {
        return decision;
    }

    AccountId by() {
        return new AccountId(accountId);
    }

    Instant at() {
        return decidedAt;
    }
}
