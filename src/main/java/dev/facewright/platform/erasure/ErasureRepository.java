package dev.facewright.platform.erasure;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/// Erasures.
interface ErasureRepository extends JpaRepository<ErasureRow, UUID> {
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from ErasureRow e where e.subjectId = :subject")
    Optional<ErasureRow> lock(UUID subject);

    /// Does nothing where it has begun already, which only SQL can say of two who begin at once.
    @Modifying
    @NativeQuery("insert into erasure (subject_id, version, state, requested_by, begun_at)"
            + " values (:subject, 0, 'WAITING', :requestedBy, :now) on conflict (subject_id) do nothing")
    int begin(UUID subject, String requestedBy, Instant now);

    Page<ErasureRow> findAllByOrderByBegunAtDescSubjectId(Pageable page);

    Page<ErasureRow> findByStateNotOrderByBegunAtDescSubjectId(ErasureState state, Pageable page);

    List<ErasureRow> findByState(ErasureState state);
}
