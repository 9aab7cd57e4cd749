package dev.facewright.platform.export;

import dev.facewright.platform.jobs.LivingRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface ExportRepository extends LivingRepository<ExportBundle> {
    Page<ExportBundle> findAllByOrderByLifeCreatedAtDescIdAsc(Pageable page);

    Page<ExportBundle> findByModelVersionIdOrderByLifeCreatedAtDescIdAsc(UUID model, Pageable page);

    @Query("select b.id from ExportBundle b where b.modelVersionId = :model order by b.life.createdAt, b.id")
    List<UUID> ofModel(UUID model);

    @Query("select b from ExportBundle b where b.modelVersionId = :model and b.life.endedAt is null")
    Optional<ExportBundle> findUnderWay(UUID model);

    @Query("select b.bundleKey from ExportBundle b where b.bundleKey in :keys and b.destroyedAt is null")
    Set<String> bundlesAmong(Collection<String> keys);

    @Query("select b.dataKey from ExportBundle b where b.id in :owners and b.dataKey in :keys and b.destroyedAt is null"
            + " and b.life.status in (QUEUED, RUNNING, SUCCEEDED)")
    Set<UUID> keysInUse(Collection<UUID> owners, Collection<UUID> keys);

    @Query("select b.id from ExportBundle b where b.plain = true and b.destroyedAt is null order by b.id")
    List<UUID> toSeal();

    @Query("select b.id from ExportBundle b where b.id in :ids and b.life.endedAt is null")
    Set<UUID> live(Collection<UUID> ids);

    /// Bundles that were handed out once and are no longer, whether or not they were marked so. SQL: what rests on
    /// ended consents is a function of the database.
    @NativeQuery("select count(*) from export_bundle b where b.status = 'SUCCEEDED' and (b.withdrawn"
            + " or exists (select from ended_model_version(:now) e where e.model_version_id = b.model_version_id))")
    long countWithdrawn(Instant now);
}
