package dev.facewright.platform.training;

import dev.facewright.platform.jobs.LivingRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;

interface RunRepository extends LivingRepository<RunRow> {
    Page<RunRow> findAllByOrderByLifeCreatedAtDescIdAsc(Pageable page);

    @Query("select r.id from RunRow r where r.datasetVersionId = :dataset and r.life.endedAt is null"
            + " order by r.life.createdAt, r.id")
    List<UUID> liveOn(UUID dataset);

    /// Whatever became of them.
    @Query("select r from RunRow r where r.datasetVersionId in :versions or r.startFrom in :models")
    List<RunRow> learningFrom(Collection<UUID> versions, Collection<UUID> models);

    @Query(
            "select r.id from RunRow r where r.startFrom = :model and r.life.endedAt is null order by r.life.createdAt, r.id")
    List<UUID> liveFrom(UUID model);
}
