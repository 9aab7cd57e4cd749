package dev.facewright.platform.erasure;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/// What to look for, per erasure under way.
interface ErasureMarksRepository extends JpaRepository<ErasureMarks, UUID> {
    @Query("select m.dataKey from ErasureMarks m where m.dataKey in :keys")
    Set<UUID> knownKeys(Collection<UUID> keys);
}
