package dev.facewright.platform.jobs;

import dev.facewright.platform.jobs.JobOutcome.Cancelled;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import dev.facewright.platform.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people see of a job, beside the queue's row that only says when it is due. Plain statements and not
/// an entity: a cancellation and the runner write to the same row from different processes, each its own
/// columns.
@Repository
class JobRepository {
    private final JdbcClient jdbc;
    private final Clock clock;

    JobRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(JobId id, JobType<?> type, Actor requestedBy) {
        jdbc.sql("""
                        insert into job (id, type, status, requested_by_kind, requested_by_id, created_at)
                        values (?, ?, 'QUEUED', ?, ?, ?)""")
                .params(id.value(), type.name(), requestedBy.kind().name(), requestedBy.id(), now())
                .update();
    }

    /// The first reason stands.
    void cancel(JobId id, String reason) {
        jdbc.sql("update job set cancel_reason = coalesce(cancel_reason, ?) where id = ? and ended_at is null")
                .params(reason, id.value())
                .update();
    }

    Optional<String> cancelReason(JobId id) {
        return jdbc.sql("select cancel_reason from job where id = ? and cancel_reason is not null")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    /// A row that still says RUNNING when it begins belonged to a process that died.
    void begin(JobId id) {
        jdbc.sql("""
                        update job set attempt = attempt + 1, crashes = crashes + case status when 'RUNNING' then 1 else 0 end,
                            status = 'RUNNING', started_at = coalesce(started_at, ?), failure = null
                        where id = ?""").params(now(), id.value()).update();
    }

    /// @return attempts that ended in an unexpected exception, with this one
    int countFailure(JobId id) {
        return jdbc.sql("update job set failures = failures + 1 where id = ? returning failures")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /// @return attempts that took their process with them
    int crashes(JobId id) {
        return jdbc.sql("select crashes from job where id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    void record(JobId id, JobOutcome outcome) {
        switch (outcome) {
            case RetryLater later ->
                jdbc.sql("update job set status = 'QUEUED', failure = ? where id = ?")
                        .params(later.reason(), id.value())
                        .update();
            case Succeeded _ -> end(id, JobStatus.SUCCEEDED, null, null);
            case Failed failed -> end(id, JobStatus.FAILED, failed.reason(), failed.traceId());
            case Cancelled cancelled -> {
                cancel(id, cancelled.reason());
                end(id, JobStatus.CANCELLED, null, null);
            }
        }
    }

    private void end(JobId id, JobStatus status, @Nullable String failure, @Nullable String traceId) {
        jdbc.sql("""
                        update job set status = :status, ended_at = :at, failure = :failure, trace_id = :trace
                        where id = :id""")
                .param("status", status.name())
                .param("at", now())
                .param("failure", failure)
                .param("trace", traceId)
                .param("id", id.value())
                .update();
    }

    Optional<JobView> find(JobId id) {
        return jdbc.sql("select * from job where id = ?")
                .param(id.value())
                .query(JobRepository::view)
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static JobView view(ResultSet row, int number) throws SQLException {
        return new JobView(
                new JobId(row.getObject("id", UUID.class)),
                row.getString("type"),
                JobStatus.valueOf(row.getString("status")),
                new Actor(Actor.Kind.valueOf(row.getString("requested_by_kind")), row.getString("requested_by_id")),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getInt("attempt"),
                row.getString("cancel_reason"),
                row.getString("failure"),
                row.getString("trace_id"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
