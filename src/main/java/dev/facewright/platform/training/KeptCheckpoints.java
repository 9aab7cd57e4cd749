package dev.facewright.platform.training;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tells which checkpoints a run has; none once it has ended.
@Repository
public class KeptCheckpoints {
    private final JdbcClient jdbc;

    KeptCheckpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest first.
    public List<KeptCheckpoint> of(RunId run) {
        return jdbc.sql("select * from run_checkpoint where run_id = ? order by global_step desc")
                .param(run.value())
                .query((row, number) -> new KeptCheckpoint(
                        row.getLong("global_step"),
                        row.getObject("mean_loss", Double.class),
                        row.getLong("bytes"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }
}
