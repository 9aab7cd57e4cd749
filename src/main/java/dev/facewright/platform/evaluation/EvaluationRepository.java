package dev.facewright.platform.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface EvaluationRepository extends JpaRepository<Evaluation, UUID> {
    Page<Evaluation> findAllByOrderByCreatedAtDesc(Pageable page);

    Page<Evaluation> findByModelVersionIdOrderByCreatedAtDesc(UUID model, Pageable page);

    Page<Evaluation> findByBenchmarkIdOrderByCreatedAtDesc(UUID benchmark, Pageable page);

    List<Evaluation> findByStatusInOrderByCreatedAtDesc(Collection<EvaluationStatus> statuses, Pageable page);

    @Query("select e from Evaluation e where e.modelVersionId = :model and e.benchmarkId = :benchmark"
            + " and e.flipSum = :flipSum and e.status in (QUEUED, RUNNING)")
    Optional<Evaluation> findUnderWay(UUID model, UUID benchmark, boolean flipSum);

    // past the version on purpose: progress must not collide with whatever else changes the row
    @Modifying
    @Query("update Evaluation e set e.imagesDone = :done where e.id = :id and e.status = RUNNING")
    int progressed(UUID id, int done);
}
