package dev.facewright.platform.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what runs recorded of themselves.
@Repository
public class RunMetrics {
    private final JdbcClient jdbc;

    RunMetrics(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
