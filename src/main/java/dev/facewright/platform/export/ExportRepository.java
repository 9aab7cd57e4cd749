package dev.facewright.platform.export;

import dev.facewright.platform.jobs.LivingRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;

interface ExportRepository extends LivingRepository<ExportBundle> {
    Page<ExportBundle> findAllByOrderByLifeCreatedAtDescIdAsc(Pageable page);

    Page<ExportBundle> findByModelVersionIdOrderByLifeCreatedAtDescIdAsc(UUID model, Pageable page);

    @Query("select b.id from ExportBundle b where b.modelVersionId = :model order by b.life.createdAt, b.id")
    List<UUID> ofModel(UUID model);

    @Query("select b from ExportBundle b where b.modelVersionId = :model and b.life.endedAt is null")
    Optional<ExportBundle> findUnderWay(UUID model);

    long countByWithdrawnTrue();
}
