package dev.facewright.platform.evaluation;

import dev.facewright.platform.jobs.LivingRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;

interface EvaluationRepository extends LivingRepository<Evaluation> {
    Page<Evaluation> findAllByOrderByLifeCreatedAtDescIdAsc(Pageable page);

    Page<Evaluation> findByModelVersionIdOrderByLifeCreatedAtDescIdAsc(UUID model, Pageable page);

    Page<Evaluation> findByBenchmarkIdOrderByLifeCreatedAtDescIdAsc(UUID benchmark, Pageable page);

    @Query("select e.id from Evaluation e where e.modelVersionId = :model order by e.life.createdAt, e.id")
    List<UUID> ofModel(UUID model);

    @Query("select e from Evaluation e where e.modelVersionId = :model and e.benchmarkId = :benchmark"
            + " and e.flipSum = :flipSum and e.life.endedAt is null")
    Optional<Evaluation> findUnderWay(UUID model, UUID benchmark, boolean flipSum);

    @Query("select e.id from Evaluation e where e.benchmarkId in :benchmarks and e.life.status = SUCCEEDED")
    List<UUID> succeededOn(Collection<UUID> benchmarks);

    @Query("select e.id from Evaluation e where e.id in :ids and e.life.status in (QUEUED, RUNNING, SUCCEEDED)")
    Set<UUID> live(Collection<UUID> ids);
}
