package dev.facewright.platform.jobs;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;

/// What the repositories of living rows have in common.
@NoRepositoryBean
public interface LivingRepository<R extends Living> extends JpaRepository<R, UUID> {
    /// For whoever changes its life: a job and a person may want to at the same time.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from #{#entityName} r where r.id = :id")
    Optional<R> lock(UUID id);

    // past the version on purpose: progress must not collide with whatever else changes the row
    @Modifying
    @Query("update #{#entityName} r set r.life.done = :done where r.id = :id and r.life.status = RUNNING")
    int progressed(UUID id, long done);
}
