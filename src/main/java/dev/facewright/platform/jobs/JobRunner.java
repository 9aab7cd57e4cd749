package dev.facewright.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerState;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import dev.facewright.platform.jobs.JobOutcome.Stopped;
import dev.facewright.platform.kernel.CurrentActor;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes one delivery of a job from its begin to its recorded outcome.
@Component
class JobRunner {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final JobOutcome PUT_BACK = new RetryLater(Duration.ZERO, "shutting-down");

    private final JobRecords records;
    private final JobTable table;
    private final StopSignals signals;
    private final CurrentActor currentActor;
    private final JobSettings settings;

    JobRunner(
            JobRecords records, JobTable table, StopSignals signals, CurrentActor currentActor, JobSettings settings) {
        this.records = records;
        this.table = table;
        this.signals = signals;
        this.currentActor = currentActor;
        this.settings = settings;
    }

    /// @return how long to wait before the next attempt, or empty if the job has ended
    <P> Optional<Duration> deliver(JobHandler<P> handler, JobId id, P payload, SchedulerState scheduler) {
        signals.started(id);
        try {
            return records.begin(id)
                    .flatMap(job -> currentActor.as(job.requestedBy(), () -> {
                        JobOutcome outcome = attempt(handler, job, payload, scheduler);
                        return records.record(handler, payload, id, outcome);
                    }));
        } finally {
            signals.finished(id);
        }
    }

    private <P> JobOutcome attempt(JobHandler<P> handler, JobView job, P payload, SchedulerState scheduler) {
        if (job.stopRequested() && job.attempt() == 1) {
            return new Stopped();
        }
        if (table.crashes(job.id()) > settings.crashes()) {
            return new Failed("job-kept-crashing");
        }
        try {
            return handler.run(payload, new RunningJob(job, scheduler, signals, table));
        } catch (InterruptedException interrupt) {
            return PUT_BACK;
        } catch (Exception | LinkageError | OutOfMemoryError failure) {
            if (failure instanceof DomainException refusal && refusal.kind() != ProblemKind.UNAVAILABLE) {
                return new Failed(refusal.slug());
            }
            return scheduler.isShuttingDown() ? PUT_BACK : failed(job, failure);
        } finally {
            // Only a shutdown interrupts, and it is answered by putting the job back, which needs the database.
            Thread.interrupted();
        }
    }

    private JobOutcome failed(JobView job, Throwable failure) {
        String traceId = UUID.randomUUID().toString();
        log.error("Job {} ({}) failed at attempt {}, trace {}", job.id(), job.type(), job.attempt(), traceId, failure);
        String reason = failure instanceof DomainException refusal ? refusal.slug() : "unexpected-error";
        int failures = table.countFailure(job.id());
        return failures < settings.attempts()
                ? new RetryLater(settings.retryDelay().multipliedBy(1L << (failures - 1)), reason)
                : new Failed(reason, traceId);
    }
}
