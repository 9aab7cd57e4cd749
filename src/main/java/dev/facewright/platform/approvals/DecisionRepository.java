package dev.facewright.platform.approvals;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/// How proposals were decided; only ever added to.
interface DecisionRepository extends JpaRepository<ProposalDecision, UUID> {}
