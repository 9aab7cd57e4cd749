package dev.facewright.platform.training;

import dev.facewright.ml.train.EpochReport;
import dev.facewright.ml.train.StepReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What runs record of themselves. SQL by hand: appends in batches while a run trains, and bulk reads of its course.
@Repository
public class RunMetrics {
    private static final String STEP = """
            insert into run_step_metric (run_id, global_step, epoch, loss, learning_rate, gradient_norm, accuracy,
                images_per_second, resident_bytes, data_wait_millis, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (run_id, global_step) do nothing""";
    private static final String EPOCH = """
            insert into run_epoch_metric (run_id, epoch, mean_loss, accuracy, learning_rate, images_per_second,
                resident_bytes, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (run_id, epoch) do nothing""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    RunMetrics(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /// Steps that are there already stay.
    @Transactional
    public void add(RunId run, List<StepReport> steps) {
        Timestamp now = now();
        batches.batchUpdate(STEP, steps, steps.size(), (row, step) -> {
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

    /// One that is there already stays.
    void add(RunId run, EpochReport epoch) {
        jdbc.sql(EPOCH)
                .params(
                        run.value(),
                        epoch.epoch(),
                        epoch.meanLoss(),
                        epoch.accuracy(),
                        epoch.learningRate(),
                        epoch.imagesPerSecond(),
                        epoch.residentBytes(),
                        now())
                .update();
    }

    /// Forgets what is going to be done again, so that no step is there twice.
    void rewind(RunId run, long toStep, int toEpoch) {
        jdbc.sql("delete from run_step_metric where run_id = ? and global_step >= ?")
                .params(run.value(), toStep)
                .update();
        jdbc.sql("delete from run_epoch_metric where run_id = ? and epoch >= ?")
                .params(run.value(), toEpoch)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /// Every n-th recorded step in their order, from one step on.
    public List<StepMetric> steps(RunId run, long fromStep, int every, int limit) {
        return jdbc.sql("""
                        select * from (
                            select m.*, row_number() over (order by global_step) - 1 as place
                            from run_step_metric m where run_id = :run and global_step >= :from) numbered
                        where place % :every = 0 order by global_step limit :limit""")
                .param("run", run.value())
                .param("from", fromStep)
                .param("every", every)
                .param("limit", limit)
                .query(RunMetrics::step)
                .list();
    }

    /// The whole course in about so many points, the last one among them, and where to go on from.
    public StepMetrics overview(RunId run, int points) {
        long upTo = jdbc.sql("select coalesce(max(seq), 0) from run_step_metric where run_id = ?")
                .param(run.value())
                .query(Long.class)
                .single();
        List<StepMetric> steps = jdbc.sql("""
                        select * from (
                            select m.*, row_number() over (order by global_step desc) - 1 as place, count(*) over () as recorded
                            from run_step_metric m where run_id = :run and seq <= :upTo) numbered
                        where place % greatest(1, recorded / :points) = 0 order by global_step""")
                .param("run", run.value())
                .param("upTo", upTo)
                .param("points", points)
                .query(RunMetrics::step)
                .list();
        return new StepMetrics(steps, upTo);
    }

    /// What was recorded after the place where an earlier answer ended.
    public StepMetrics since(RunId run, long place, int limit) {
        record Line(long seq, StepMetric metric) {}
        List<Line> lines = jdbc.sql("select * from run_step_metric where run_id = ? and seq > ? order by seq limit ?")
                .params(run.value(), place, limit)
                .query((row, number) -> new Line(row.getLong("seq"), step(row, number)))
                .list();
        long upTo = lines.isEmpty() ? place : lines.getLast().seq();
        return new StepMetrics(lines.stream().map(Line::metric).toList(), upTo);
    }

    public List<EpochMetric> epochs(RunId run) {
        return jdbc.sql("select * from run_epoch_metric where run_id = ? order by epoch")
                .param(run.value())
                .query((row, number) -> new EpochMetric(
                        row.getInt("epoch"),
                        row.getDouble("mean_loss"),
                        row.getDouble("accuracy"),
                        row.getDouble("learning_rate"),
                        row.getDouble("images_per_second"),
                        row.getLong("resident_bytes"),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    static StepMetric step(ResultSet row, int number) throws SQLException {
        return new StepMetric(
                row.getLong("global_step"),
                row.getInt("epoch"),
                row.getDouble("loss"),
                row.getDouble("learning_rate"),
                row.getDouble("gradient_norm"),
                row.getDouble("accuracy"),
                row.getDouble("images_per_second"),
                row.getLong("resident_bytes"),
                row.getDouble("data_wait_millis"),
                row.getTimestamp("recorded_at").toInstant());
    }

    /// A stretch of recorded steps.
    ///
    /// @param upTo  where to go on reading from
    public record StepMetrics(List<StepMetric> steps, long upTo) {
        public StepMetrics {
            steps = List.copyOf(steps);
        }
    }
}
