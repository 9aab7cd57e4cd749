package dev.facewright.platform.jobs;

import dev.facewright.platform.jobs.JobOutcome.Cancelled;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import dev.facewright.platform.jobs.JobQueue.JobNotFound;
import dev.facewright.platform.jobs.LifeChange.Begun;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The two transactions around an attempt. In each of them the job and the row it is for change together, the row
/// locked first.
@Component
class JobRecords {
    private final JobRepository rows;
    private final Lives lives;
    private final JobSettings settings;

    JobRecords(JobRepository rows, Lives lives, JobSettings settings) {
        this.rows = rows;
        this.lives = lives;
        this.settings = settings;
    }

    /// @param settled  how the job comes out without being attempted, if it does
    record Beginning(JobView job, Optional<JobOutcome> settled) {}

    @Transactional
    public <P> Beginning begin(JobHandler<P> handler, P payload, JobId id) {
        Optional<? extends Living> owner = handler.owner(payload);
        rows.begin(id);
        JobView job = rows.find(id).orElseThrow(() -> new JobNotFound(id));
        Optional<JobOutcome> settled =
                owner.flatMap(row -> row.life().outcome()).or(() -> givenUp(job));
        if (settled.isEmpty()) {
            owner.ifPresent(row -> lives.change(row, new Begun(job.attempt())));
        }
        return new Beginning(job, settled);
    }

    private Optional<JobOutcome> givenUp(JobView job) {
        if (job.cancelReason() != null) {
            return Optional.of(new Cancelled(job.cancelReason()));
        }
        return rows.crashes(job.id()) > settings.crashes()
                ? Optional.of(new Failed("job-kept-crashing"))
                : Optional.empty();
    }

    /// @return how long to wait before the next attempt, or empty if the job has ended
    @Transactional
    public <P> Optional<Duration> record(JobHandler<P> handler, P payload, JobId id, JobOutcome outcome) {
        Optional<? extends Living> owner = handler.owner(payload);
        rows.record(id, outcome);
        owner.ifPresent(row -> lives.change(row, outcome));
        if (outcome instanceof RetryLater later) {
            return Optional.of(later.delay());
        }
        handler.ended(payload, outcome);
        return Optional.empty();
    }
}
