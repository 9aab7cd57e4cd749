package dev.facewright.platform.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/// One key a year.
interface EvidenceProofKeyRepository extends JpaRepository<EvidenceProofKey, Integer> {
    @Query("select k from EvidenceProofKey k where k.endsAt <= :now and k.endedAt is null")
    List<EvidenceProofKey> due(Instant now);

    @Query("select k.dataKey from EvidenceProofKey k where k.dataKey in :keys")
    Set<UUID> known(Collection<UUID> keys);

    /// Until the transaction ends nobody else makes the year's key. SQL, as the lock is no row.
    @NativeQuery("select true from (select pg_advisory_xact_lock(hashtext('evidence proof key'))) locked")
    boolean takeTurn();
}
