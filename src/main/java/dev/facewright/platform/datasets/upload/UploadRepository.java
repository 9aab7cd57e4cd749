package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.jobs.LivingRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

public interface UploadRepository extends LivingRepository<Upload> {
    List<Upload> findByDatasetIdOrderByLifeCreatedAtDescIdAsc(UUID dataset, Limit most);

    @Query("select u.id from Upload u where u.archiveKey is not null")
    List<UUID> withArchive();

    @Query("select u.archiveKey from Upload u where u.archiveKey in :keys and u.life.endedAt is null")
    Set<String> archivesAmong(Collection<String> keys);

    @Query("select u.dataKey from Upload u where u.id in :owners and u.dataKey in :keys and u.archiveKey is not null"
            + " and u.life.endedAt is null")
    Set<UUID> keysInUse(Collection<UUID> owners, Collection<UUID> keys);

    // past the version on purpose: progress must not collide with whatever else changes the row
    @Modifying
    @Query("update Upload u set u.life.done = :done, u.accepted = :accepted, u.duplicates = :duplicates,"
            + " u.refused = :refused, u.skipped = :skipped where u.id = :id and u.life.status = RUNNING")
    int progressed(UUID id, long done, int accepted, int duplicates, int refused, int skipped);

    @Query("select count(u) from Upload u where u.life.endedAt > :since and u.refused > 0")
    long countRefusedSince(Instant since);
}
