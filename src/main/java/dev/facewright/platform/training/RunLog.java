package dev.facewright.platform.training;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What happened to a run, in order, for people to read.
@Repository
public class RunLog {
    private final JdbcClient jdbc;
    private final Clock clock;

    RunLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(RunId run, String kind) {
        add(run, kind, null, null);
    }

    void add(RunId run, String kind, @Nullable String detail) {
        add(run, kind, null, detail);
    }

    void add(RunId run, String kind, @Nullable Long step, @Nullable String detail) {
        jdbc.sql(
                        "insert into run_log (run_id, kind, step, detail, logged_at) values (:run, :kind, :step, :detail, :at)")
                .param("run", run.value())
                .param("kind", kind)
                .param("step", step)
                .param("detail", detail)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /// The latest entries, newest first.
    public List<RunLogEntry> latest(RunId run, int limit) {
        return jdbc.sql("select * from run_log where run_id = ? order by seq desc limit ?")
                .params(run.value(), limit)
                .query((row, number) -> new RunLogEntry(
                        row.getTimestamp("logged_at").toInstant(),
                        row.getString("kind"),
                        row.getObject("step", Long.class),
                        row.getString("detail")))
                .list();
    }
}
