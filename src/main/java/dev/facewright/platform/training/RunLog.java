package dev.facewright.platform.training;

import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// What happened to a run, in order, for people to read.
@Component
public class RunLog {
    private final RunLogRepository rows;
    private final Clock clock;

    RunLog(RunLogRepository rows, Clock clock) {
        this.rows = rows;
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
        rows.save(new RunLogRow(run, new RunLogEntry(clock.instant(), kind, step, detail)));
    }

    /// The latest entries, newest first.
    public List<RunLogEntry> latest(RunId run, int limit) {
        return rows.latest(run.value(), Limit.of(limit));
    }

    /// The latest entries, newest first, with all checkpoints between two other entries in one line.
    public List<RunLogLine> latestFolded(RunId run, int limit) {
        return rows.latestFolded(run.value(), limit).stream()
                .map(RunLogRepository.Folded::line)
                .toList();
    }
}
