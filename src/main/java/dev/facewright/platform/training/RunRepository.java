package dev.facewright.platform.training;

import dev.facewright.platform.jobs.LivingRepository;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface RunRepository extends LivingRepository<RunRow> {
    /// How a run does at the moment: its latest recorded step, and the mean speed of the latest twenty.
    interface Pulse {
        UUID getRun();

        double getLoss();

        double getRate();

        long getMemory();

        double getSpeed();
    }

    Page<RunRow> findAllByOrderByLifeCreatedAtDescIdAsc(Pageable page);

    @Query("select r.id from RunRow r where r.datasetVersionId = :dataset and r.life.endedAt is null"
            + " order by r.life.createdAt, r.id")
    List<UUID> liveOn(UUID dataset);

    /// Those of the runs that have recorded a step.
    @NativeQuery("""
            select run.id as run, latest.loss as loss, latest.learning_rate as rate, latest.resident_bytes as memory,
                recent.speed as speed
            from training_run run
            join lateral (
                select * from run_step_metric m where m.run_id = run.id order by global_step desc limit 1) latest on true
            join lateral (
                select avg(images_per_second) as speed from (
                    select images_per_second from run_step_metric m
                    where m.run_id = run.id order by global_step desc limit 20) twenty) recent on true
            where run.id = any(:runs)""")
    List<Pulse> pulses(UUID[] runs);

    // past the version on purpose: progress must not collide with whatever else changes the row
    @Modifying
    @Query("update RunRow r set r.life.done = :done, r.life.total = :total, r.epoch = :epoch,"
            + " r.dataWaitShare = :dataWaitShare, r.skippedSteps = :skippedSteps"
            + " where r.id = :id and r.life.status = RUNNING")
    int progressed(UUID id, long done, long total, int epoch, double dataWaitShare, long skippedSteps);

    @Modifying
    @Query("update RunRow r set r.life.done = :done, r.epoch = :epoch where r.id = :id and r.life.status = RUNNING")
    int rewound(UUID id, long done, int epoch);

    /// Whatever became of them.
    @Query("select r from RunRow r where r.datasetVersionId in :versions or r.startFrom in :models")
    List<RunRow> learningFrom(Collection<UUID> versions, Collection<UUID> models);

    @Query(
            "select r.id from RunRow r where r.startFrom = :model and r.life.endedAt is null order by r.life.createdAt, r.id")
    List<UUID> liveFrom(UUID model);

    @Query("select r.id from RunRow r where r.id in :ids and r.life.endedAt is null")
    Set<UUID> live(Collection<UUID> ids);

    @Query("select c.objectKey from CheckpointRow c where c.objectKey in :keys")
    Set<String> checkpointsAmong(Collection<String> keys);
}
