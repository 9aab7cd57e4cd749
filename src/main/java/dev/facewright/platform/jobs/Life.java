package dev.facewright.platform.jobs;

import dev.facewright.platform.jobs.JobOutcome.Cancelled;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The life of whatever is done by a job, part of its owner's row: waiting, running, and one of three ends.
///
/// ```
/// QUEUED  -> RUNNING             begun
/// RUNNING -> QUEUED              put back, to be tried again
/// QUEUED, RUNNING -> SUCCEEDED | FAILED | CANCELLED
/// ```
///
/// A change that leads nowhere from here does nothing: above all, what has ended stays as it is.
@Embeddable
public class Life {
    @Enumerated(EnumType.STRING)
    private JobStatus status;

    private @Nullable UUID jobId;
    private Instant createdAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private long done;
    private @Nullable Long total;
    private @Nullable String cancelReason;
    private @Nullable String failure;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> failureArguments;

    private @Nullable String traceId;

    protected Life() {}

    public Life(Instant createdAt) {
        this.status = JobStatus.QUEUED;
        this.createdAt = createdAt;
        this.failureArguments = List.of();
    }

    /// @param total  how much there is to do, in whatever its owner counts
    public Life(Instant createdAt, long total) {
        this(createdAt);
        this.total = total;
    }

    public Life queuedAs(JobId job) {
        jobId = job.value();
        return this;
    }

    /// Empty until it waits for a worker.
    public Optional<JobId> job() {
        return Optional.ofNullable(jobId).map(JobId::new);
    }

    public JobStatus status() {
        return status;
    }

    public boolean ended() {
        return status.ended();
    }

    public Instant createdAt() {
        return createdAt;
    }

    /// When it was begun first.
    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public long done() {
        return done;
    }

    /// Null until it is known.
    public @Nullable Long total() {
        return total;
    }

    /// How much of it is done, in [0, 1].
    public double share() {
        return total == null || total == 0 ? 0 : (double) done / total;
    }

    /// From its beginning again: nothing of so much is done.
    public void startOver(long total) {
        this.done = 0;
        this.total = total;
    }

    void allDone() {
        done = total == null ? done : total;
    }

    /// The slug why it was asked to end early, or did; null if it was not.
    public @Nullable String cancelReason() {
        return cancelReason;
    }

    /// Whether it was asked to end early and has not yet.
    public boolean cancelling() {
        return cancelReason != null && !ended();
    }

    /// The slug why it failed; null if it did not.
    public @Nullable String failure() {
        return failure;
    }

    /// The slug why it failed or was cancelled; null if it did neither.
    public @Nullable String reason() {
        return status == JobStatus.CANCELLED ? cancelReason : failure;
    }

    /// The arguments of the text of that slug.
    public List<String> failureArguments() {
        return failureArguments;
    }

    public @Nullable String traceId() {
        return traceId;
    }

    /// How it ended; empty if it has not.
    Optional<JobOutcome> outcome() {
        return switch (status) {
            case QUEUED, RUNNING -> Optional.empty();
            case SUCCEEDED -> Optional.of(new Succeeded());
            case FAILED -> Optional.ofNullable(failure).map(slug -> new Failed(slug, failureArguments, traceId));
            case CANCELLED -> Optional.ofNullable(cancelReason).map(Cancelled::new);
        };
    }

    /// @return whether it changed anything
    boolean take(LifeChange change, Instant now) {
        return !ended()
                && switch (change) {
                    case LifeChange.Begun _ -> begin(now);
                    case RetryLater _ -> putBack();
                    case LifeChange.CancelRequested(String reason) -> cancelFor(reason);
                    case Cancelled(String reason) -> {
                        cancelFor(reason);
                        yield end(JobStatus.CANCELLED, now);
                    }
                    case Succeeded _ -> end(JobStatus.SUCCEEDED, now);
                    case Failed failed -> {
                        failure = failed.reason();
                        failureArguments = failed.arguments();
                        traceId = failed.traceId();
                        yield end(JobStatus.FAILED, now);
                    }
                };
    }

    private boolean begin(Instant now) {
        status = JobStatus.RUNNING;
        startedAt = startedAt == null ? now : startedAt;
        return true;
    }

    private boolean putBack() {
        boolean running = status == JobStatus.RUNNING;
        status = JobStatus.QUEUED;
        return running;
    }

    /// The first reason stands.
    private boolean cancelFor(String reason) {
        boolean first = cancelReason == null;
        cancelReason = first ? reason : cancelReason;
        return first;
    }

    private boolean end(JobStatus how, Instant now) {
        status = how;
        endedAt = now;
        return true;
    }
}
