package dev.facewright.platform.training;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RunKeyRepository extends JpaRepository<RunKey, UUID> {
    @Query(
            "select k.dataKey from RunKey k join RunRow r on r.id = k.runId where k.runId in :runs and k.dataKey in :keys"
                    + " and r.life.endedAt is null")
    Set<UUID> keysInUse(Collection<UUID> runs, Collection<UUID> keys);
}
