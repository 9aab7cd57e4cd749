package dev.facewright.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerState;
import dev.facewright.platform.jobs.JobOutcome.Cancelled;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One attempt under way. Looks into the table at most once a second, however often it is asked.
class RunningJob implements JobContext {
    private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final JobId id;
    private final int attempt;
    private final SchedulerState scheduler;
    private final Cancellations cancellations;
    private final JobRepository rows;
    private volatile boolean cancelled;
    private volatile long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

    RunningJob(JobView job, SchedulerState scheduler, Cancellations cancellations, JobRepository rows) {
        this.id = job.id();
        this.attempt = job.attempt();
        this.scheduler = scheduler;
        this.cancellations = cancellations;
        this.rows = rows;
    }

    @Override
    public JobId id() {
        return id;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public boolean interrupted() {
        return scheduler.isShuttingDown() || cancelled();
    }

    @Override
    public JobOutcome interruption() {
        Optional<String> reason = rows.cancelReason(id);
        return reason.isPresent() ? new Cancelled(reason.get()) : RetryLater.shuttingDown();
    }

    private boolean cancelled() {
        if (!cancelled) {
            cancelled = cancellations.reached(id) || seenInTable();
        }
        return cancelled;
    }

    private boolean seenInTable() {
        if (System.nanoTime() - lookedAt < LOOK_EVERY_NANOS) {
            return false;
        }
        lookedAt = System.nanoTime();
        return rows.cancelReason(id).isPresent();
    }
}
