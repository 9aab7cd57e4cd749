package dev.facewright.platform.training;

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

interface RunRepository extends JpaRepository<RunRow, UUID> {
    Page<RunRow> findAllByOrderByCreatedAtDescIdAsc(Pageable page);

    List<RunRow> findByEndedAtIsNullOrderByCreatedAtDescIdAsc(Pageable page);

    long countByStatusAndEndedAtAfter(RunStatus status, Instant since);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from RunRow r where r.id = :id")
    Optional<RunRow> lock(UUID id);

    @Query("select r.id from RunRow r where r.datasetVersionId = :dataset and r.endedAt is null order by r.createdAt")
    List<UUID> liveOn(UUID dataset);

    @Query("select r.id from RunRow r where r.startFrom = :model and r.endedAt is null order by r.createdAt")
    List<UUID> liveFrom(UUID model);
}
