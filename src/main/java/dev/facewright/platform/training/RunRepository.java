package dev.facewright.platform.training;

import dev.facewright.platform.jobs.LivingRepository;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;

interface RunRepository extends LivingRepository<RunRow> {
    Page<RunRow> findAllByOrderByLifeCreatedAtDescIdAsc(Pageable page);

    @Query("select r.id from RunRow r where r.datasetVersionId = :dataset and r.life.endedAt is null"
            + " order by r.life.createdAt")
    List<UUID> liveOn(UUID dataset);

    @Query("select r.id from RunRow r where r.startFrom = :model and r.life.endedAt is null order by r.life.createdAt")
    List<UUID> liveFrom(UUID model);
}
