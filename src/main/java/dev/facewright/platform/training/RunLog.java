package dev.facewright.platform.training;

import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
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

    /// In the transaction of what happened. A setback says itself by what it was adjusted.
    @EventListener
    void on(RunEvent event) {
        switch (event) {
            case RunEvent.Queued queued -> add(queued.run(), "queued");
            case RunEvent.Started(RunId run, int attempt) ->
                add(run, attempt == 1 ? "started" : "taken-up-again", Integer.toString(attempt));
            case RunEvent.PutBack(RunId run, String reason)
            when reason.equals(RetryLater.SHUTTING_DOWN) -> add(run, "put-back");
            case RunEvent.PutBack(RunId run, String reason) -> add(run, "waits", reason);
            case RunEvent.CancelRequested(RunId run, String reason) -> add(run, "stop-requested", reason);
            case RunEvent.Completed completed -> add(completed.run(), "succeeded");
            case RunEvent.Failed(RunId run, String reason) -> add(run, "failed", reason);
            case RunEvent.Cancelled(RunId run, String reason) -> add(run, "cancelled", reason);
            case RunEvent.SetBack _ -> {}
        }
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
                .query((row, number) -> entry(row))
                .list();
    }

    /// The latest entries, newest first, with all checkpoints between two other entries in one line.
    public List<RunLogLine> latestFolded(RunId run, int limit) {
        return jdbc.sql("""
                        with following as (
                          select *, kind = 'checkpoint' as folds,
                            sum(case when kind = 'checkpoint' then 0 else 1 end) over (order by seq) as after
                          from run_log where run_id = ?)
                        select max(kind) as kind, max(step) as step, max(detail) as detail, max(logged_at) as logged_at,
                          min(step) as first_step, count(*) as entries
                        from following group by after, folds order by max(seq) desc limit ?""")
                .params(run.value(), limit)
                .query((row, number) ->
                        new RunLogLine(entry(row), row.getLong("entries"), row.getObject("first_step", Long.class)))
                .list();
    }

    private static RunLogEntry entry(ResultSet row) throws SQLException {
        return new RunLogEntry(
                row.getTimestamp("logged_at").toInstant(),
                row.getString("kind"),
                row.getObject("step", Long.class),
                row.getString("detail"));
    }
}
