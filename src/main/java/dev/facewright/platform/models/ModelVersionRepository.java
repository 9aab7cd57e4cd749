package dev.facewright.platform.models;

import dev.facewright.platform.models.ModelVersion.ModelStatus;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface ModelVersionRepository extends JpaRepository<ModelVersionRow, UUID> {
    Page<ModelVersionRow> findAllByOrderByRegisteredAtDescIdAsc(Pageable page);

    /// What may be used at that time, newest first. SQL, as the next: what rests on ended consents is a function of the
    /// database.
    @NativeQuery("select v.* from model_version v where v.status = 'ACTIVE'"
            + " and strpos(lower(v.name), lower(:part)) > 0 and not exists"
            + " (select from ended_model_version(:now) e where e.model_version_id = v.id)"
            + " order by v.registered_at desc, v.id limit :most")
    List<ModelVersionRow> active(String part, Instant now, int most);

    /// Those of them that rest on a consent which has ended.
    @NativeQuery("select distinct e.model_version_id from ended_model_version(:now) e"
            + " where e.model_version_id = any(:ids)")
    Set<UUID> ended(UUID[] ids, Instant now);

    List<Named> findByIdIn(Collection<UUID> ids);

    /// As much of a row as a list of something else shows.
    interface Named {
        UUID getId();

        String getName();

        ModelStatus getStatus();
    }

    long countByQuarantinedAtAfter(Instant since);

    /// In the order of registration, as a quarantine takes them, so that neither waits for the other for ever.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select v from ModelVersionRow v where v.id in :ids order by v.registeredAt, v.id")
    List<ModelVersionRow> lock(Collection<UUID> ids);

    default Optional<ModelVersionRow> lock(UUID id) {
        return lock(List.of(id)).stream().findFirst();
    }

    /// What it goes on from, nearest first.
    @Query("select p from ModelVersionRow v join v.ancestors a join ModelVersionRow p on p.id = a.ancestorId"
            + " where v.id = :id order by a.distance, p.registeredAt desc, p.id")
    List<ModelVersionRow> ancestors(UUID id);

    /// What goes on from it, however far, oldest first.
    @Query("select v from ModelVersionRow v join v.ancestors a where a.ancestorId = :id order by v.registeredAt, v.id")
    Page<ModelVersionRow> descendants(UUID id, Pageable page);

    /// Their ids alone, for those who lock them next and want them as they are by then.
    @Query("select v.id from ModelVersionRow v join v.ancestors a where a.ancestorId = :id"
            + " order by v.registeredAt, v.id")
    List<UUID> descendantIds(UUID id);

    @Query("select v.weightsKey from ModelVersionRow v where v.weightsKey in :keys"
            + " and v.weightsDestroyedAt is null")
    Set<String> weightsAmong(Collection<String> keys);

    @Query("select v.dataKey from ModelVersionRow v where v.id in :owners and v.dataKey in :keys"
            + " and v.weightsDestroyedAt is null")
    Set<UUID> keysInUse(Collection<UUID> owners, Collection<UUID> keys);

    /// Quarantined since then or before, and not destroyed.
    @Query("select v.id from ModelVersionRow v where v.status = QUARANTINED and v.quarantinedAt <= :since"
            + " and v.weightsDestroyedAt is null order by v.quarantinedAt, v.id")
    List<UUID> toDestroy(Instant since);

    @Query("select v.id from ModelVersionRow v where v.dataKey is null and v.weightsDestroyedAt is null order by v.id")
    List<UUID> toSeal();

    /// Every version with this dataset version in it, oldest first.
    @Query(
            "select v.id from ModelVersionRow v"
                    + " where exists (select 1 from v.data d where d.datasetVersionId = :dataset) order by v.registeredAt, v.id")
    List<UUID> carrying(UUID dataset);
}
