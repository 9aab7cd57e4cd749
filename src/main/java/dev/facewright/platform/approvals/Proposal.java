package dev.facewright.platform.approvals;

import dev.facewright.platform.accounts.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/// What somebody proposed. Never changes.
@Entity
@Immutable
class Proposal implements Persistable<UUID> {
    @Id
    private UUID id;

    private String kind;
    private UUID objectId;
    private String detail;
    private String contentHash;
    private UUID proposer;
    private Instant proposedAt;
    private Instant expiresAt;
    private boolean onePerson;

    @OneToOne(mappedBy = "proposal", fetch = FetchType.EAGER)
    private @Nullable ProposalDecision decision;

    @Transient
    private boolean added;

    protected Proposal() {}

    Proposal(TwoPersonMatter matter, UUID object, String detail, AccountId proposer, Instant now, ApprovalSettings by) {
        this.id = ProposalId.random().value();
        this.kind = matter.kind();
        this.objectId = object;
        this.detail = detail;
        this.contentHash = Approvals.hash(matter, object, detail);
        this.proposer = proposer.value();
        this.proposedAt = now;
        this.expiresAt = now.plus(by.valid());
        this.onePerson = by.onePerson();
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

    ProposalId id() {
        return new ProposalId(id);
    }

    String kind() {
        return kind;
    }

    UUID object() {
        return objectId;
    }

    String detail() {
        return detail;
    }

    String contentHash() {
        return contentHash;
    }

    /// As the database knows it now too.
    void decided(ProposalDecision made) {
        decision = made;
    }

    ProposalStatus status(Instant now) {
        if (decision != null) {
            return decision.status();
        }
        return now.isBefore(expiresAt) ? ProposalStatus.PROPOSED : ProposalStatus.LAPSED;
    }

    ProposalView view(Instant now, String page) {
        return new ProposalView(
                id(),
                kind,
                objectId,
                detail,
                contentHash,
                status(now),
                new AccountId(proposer),
                proposedAt,
                expiresAt,
                onePerson,
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at(),
                page);
    }
}
