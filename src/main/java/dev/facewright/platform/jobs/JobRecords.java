package dev.facewright.platform.jobs;

import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import dev.facewright.platform.jobs.JobOutcome.Stopped;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The two transactions around an attempt.
@Component
class JobRecords {
    private final JobTable table;

    JobRecords(JobTable table) {
        this.table = table;
    }

    /// @return the job as it begins, or empty if it has ended already and only its delivery came twice
    @Transactional
    public Optional<JobView> begin(JobId id) {
        if (table.find(id).filter(job -> !job.status().ended()).isEmpty()) {
            return Optional.empty();
        }
        table.begin(id);
        return table.find(id);
    }

    /// @return how long to wait before the next attempt, or empty if the job has ended
    @Transactional
    public <P> Optional<Duration> record(JobHandler<P> handler, P payload, JobId id, JobOutcome outcome) {
        switch (outcome) {
            case RetryLater later -> {
                table.requeue(id, later.reason());
                return Optional.of(later.delay());
            }
            case Succeeded succeeded -> table.end(id, JobStatus.SUCCEEDED, null, null);
            case Stopped stopped -> table.end(id, JobStatus.STOPPED, null, null);
            case Failed failed -> table.end(id, JobStatus.FAILED, failed.reason(), failed.traceId());
        }
        handler.ended(payload, outcome);
        return Optional.empty();
    }
}
