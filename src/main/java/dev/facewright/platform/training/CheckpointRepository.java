package dev.facewright.platform.training;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface CheckpointRepository extends JpaRepository<CheckpointRow, CheckpointRow.Key> {
    List<CheckpointRow> findByRunIdOrderByGlobalStepDesc(UUID run);

    /// Nothing if another forgot it meanwhile: a run that ends and an erasure may both.
    @Transactional
    @Modifying
    @Query("delete from CheckpointRow c where c.runId = :run and c.globalStep = :step")
    int forget(UUID run, long step);
}
