package dev.facewright.platform.models;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ModelVersionRepository extends JpaRepository<ModelVersionRow, UUID> {
    Page<ModelVersionRow> findAllByOrderByRegisteredAtDescIdAsc(Pageable page);

    List<ModelVersionRow> findByStatusOrderByRegisteredAtDesc(ModelStatus status);

    long countByQuarantinedAtAfter(Instant since);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select v from ModelVersionRow v where v.id = :id")
    Optional<ModelVersionRow> lock(UUID id);

    /// The model and what it started from, nearest first.
    @Query(value = """
                    with recursive line (id, started_from, distance) as (
                        select id, started_from, 0 from model_version where id = :id
                        union all
                        select v.id, v.started_from, l.distance + 1 from model_version v join line l on v.id = l.started_from
                    )
                    select id from line order by distance""", nativeQuery = true)
    List<UUID> ancestry(UUID id);

    /// The models and whatever started from them, oldest first, so that locks are always taken in the same
    /// order.
    @Query(value = """
                    with recursive line (id) as (
                        select id from model_version where id in (:roots)
                        union
                        select v.id from model_version v join line l on v.started_from = l.id
                    )
                    select v.id from model_version v join line l on l.id = v.id order by v.registered_at, v.id""", nativeQuery = true)
    List<UUID> descendants(List<UUID> roots);

    @Query("select v.id from ModelVersionRow v where v.datasetVersionId = :dataset")
    List<UUID> trainedDirectlyOn(UUID dataset);

    /// Every dataset version in the models' line of descent.
    @Query(
            "select distinct v.datasetVersionId from ModelVersionRow v where v.id in :models and v.datasetVersionId is not null"
                    + " order by v.datasetVersionId")
    List<UUID> datasetVersions(List<UUID> models);
}
