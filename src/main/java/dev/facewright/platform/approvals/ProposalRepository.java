package dev.facewright.platform.approvals;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/// Proposals with their decisions.
interface ProposalRepository extends JpaRepository<Proposal, UUID> {
    @Query("select p from Proposal p left join fetch p.decision order by p.proposedAt desc, p.id")
    Page<Proposal> latest(Pageable page);

    @Query("select p from Proposal p left join fetch p.decision d where d is null and p.expiresAt > :now"
            + " order by p.proposedAt desc, p.id")
    Page<Proposal> open(Instant now, Pageable page);

    @Query("select p from Proposal p left join p.decision d where d is null and p.expiresAt > :now"
            + " and p.objectId = :object and p.kind = :kind order by p.proposedAt limit 1")
    Optional<Proposal> openOf(UUID object, String kind, Instant now);
}
