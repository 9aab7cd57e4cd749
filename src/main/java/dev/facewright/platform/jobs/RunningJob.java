package dev.facewright.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerState;
import java.util.concurrent.TimeUnit;

/// One attempt under way. Looks into the table at most once a second, however often it is asked.
class RunningJob implements JobContext {
    private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final JobId id;
    private final int attempt;
    private final SchedulerState scheduler;
    private final StopSignals signals;
    private final JobTable table;
    private volatile boolean stop;
    private volatile long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

    RunningJob(JobView job, SchedulerState scheduler, StopSignals signals, JobTable table) {
        this.id = job.id();
        this.attempt = job.attempt();
        this.scheduler = scheduler;
        this.signals = signals;
        this.table = table;
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
    public boolean shuttingDown() {
        return scheduler.isShuttingDown();
    }

    @Override
    public boolean stopRequested() {
        if (!stop) {
            stop = signals.asked(id) || seenInTable();
        }
        return stop;
    }

    private boolean seenInTable() {
        if (System.nanoTime() - lookedAt < LOOK_EVERY_NANOS) {
            return false;
        }
        lookedAt = System.nanoTime();
        return table.stopRequested(id);
    }
}
