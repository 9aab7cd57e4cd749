package dev.facewright.platform.training;

import dev.facewright.ml.train.EpochReport;
import dev.facewright.ml.train.Setback;
import dev.facewright.ml.train.StepReport;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes how a run goes, several steps at a time.
@Component
class RunWriter {
    private static final String STEP = """
            insert into run_step_metric (run_id, global_step, epoch, loss, learning_rate, gradient_norm, accuracy,
                images_per_second, resident_bytes, data_wait_millis, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (run_id, global_step) do nothing""";
    private static final String EPOCH = """
            insert into run_epoch_metric (run_id, epoch, mean_loss, accuracy, learning_rate, images_per_second,
                resident_bytes, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (run_id, epoch) do nothing""";
    private static final String PROGRESS = """
            insert into run_progress (run_id, epoch, data_wait_share, skipped_steps)
            values (?, ?, ?, ?)
            on conflict (run_id) do update set epoch = excluded.epoch, data_wait_share = excluded.data_wait_share,
                skipped_steps = excluded.skipped_steps""";

    private final JdbcTemplate jdbc;
    private final RunLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunWriter(JdbcTemplate jdbc, RunLog log, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void steps(RunId run, List<StepReport> steps) {
        Timestamp now = now();
        jdbc.batchUpdate(STEP, steps, steps.size(), (row, step) -> {
            row.setObject(1, run.value());
            row.setLong(2, step.globalStep());
            row.setInt(3, step.epoch());
            row.setDouble(4, step.loss());
            row.setDouble(5, step.learningRate());
            row.setDouble(6, step.gradientNorm());
            row.setDouble(7, step.accuracy());
            row.setDouble(8, step.imagesPerSecond());
            row.setLong(9, step.residentBytes());
            row.setDouble(10, step.dataWaitMillis());
            row.setTimestamp(11, now);
        });
    }

    @Transactional
    public void progress(RunId run, StepReport last, int epochs) {
        jdbc.update(
                "update training_run set done = ?, total = ? where id = ?",
                last.globalStep() + 1,
                (long) last.stepsPerEpoch() * epochs,
                run.value());
        jdbc.update(PROGRESS, run.value(), last.epoch(), last.dataWaitShare(), last.skippedSteps());
    }

    @Transactional
    public void epoch(RunId run, EpochReport epoch) {
        jdbc.update(
                EPOCH,
                run.value(),
                epoch.epoch(),
                epoch.meanLoss(),
                epoch.accuracy(),
                epoch.learningRate(),
                epoch.imagesPerSecond(),
                epoch.residentBytes(),
                now());
    }

    /// Forgets what is going to be done again, so that no step is there twice.
    @Transactional
    public void rewind(RunId run, long toStep, int toEpoch) {
        jdbc.update("delete from run_step_metric where run_id = ? and global_step >= ?", run.value(), toStep);
        jdbc.update("delete from run_epoch_metric where run_id = ? and epoch >= ?", run.value(), toEpoch);
        jdbc.update("update training_run set done = ? where id = ?", toStep, run.value());
        jdbc.update("update run_progress set epoch = ? where run_id = ?", toEpoch, run.value());
    }

    /// Rewinds a run that a step failed in, and says with what it goes on.
    @Transactional
    public void setBack(RunId run, Setback setback) {
        long from = setback.goesOnFrom().globalStep();
        rewind(run, from, setback.goesOnFrom().epoch());
        switch (setback) {
            case Setback.Diverged diverged -> log.add(run, "rate-halved", from, Long.toString(diverged.globalStep()));
            case Setback.OutOfMemory cut -> log.add(run, "batch-split", from, cut.parts() + " × " + cut.imagesAtOnce());
        }
        events.publishEvent(RunEvent.SetBack.of(run, setback));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
