package dev.facewright.platform.consent;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/// Keyed hashes of erased evidence; only ever added to.
interface EvidenceProofRepository extends JpaRepository<EvidenceProof, UUID> {
    @Query("select p from EvidenceProof p, Consent c where c.id = p.consentId and c.subject.id = :subject")
    List<EvidenceProof> ofSubject(UUID subject);
}
