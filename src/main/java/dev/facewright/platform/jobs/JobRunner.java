package dev.facewright.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerState;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import dev.facewright.platform.kernel.CurrentActor;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import dev.facewright.platform.kernel.Temporary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes one delivery of a job from its begin to its recorded outcome.
@Component
class JobRunner {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private final JobRecords records;
    private final JobRepository rows;
    private final Cancellations cancellations;
    private final CurrentActor currentActor;
    private final JobSettings settings;

    JobRunner(
            JobRecords records,
            JobRepository rows,
            Cancellations cancellations,
            CurrentActor currentActor,
            JobSettings settings) {
        this.records = records;
        this.rows = rows;
        this.cancellations = cancellations;
        this.currentActor = currentActor;
        this.settings = settings;
    }

    /// Does nothing if the job has ended already and only its delivery came twice.
    ///
    /// @return how long to wait before the next attempt, or empty if the job has ended
    <P> Optional<Duration> deliver(JobHandler<P> handler, JobId id, P payload, SchedulerState scheduler) {
        cancellations.started(id);
        try {
            return rows.find(id)
                    .filter(job -> !job.status().ended())
                    .flatMap(job -> currentActor.as(job.requestedBy(), () -> {
                        var beginning = records.begin(handler, payload, id);
                        JobOutcome outcome = beginning
                                .settled()
                                .orElseGet(() -> attempt(handler, beginning.job(), payload, scheduler));
                        return records.record(handler, payload, id, outcome);
                    }));
        } finally {
            cancellations.finished(id);
        }
    }

    private <P> JobOutcome attempt(JobHandler<P> handler, JobView job, P payload, SchedulerState scheduler) {
        try {
            return handler.run(payload, new RunningJob(job, scheduler, cancellations, rows));
        } catch (InterruptedException interrupt) {
            return RetryLater.shuttingDown();
        } catch (DomainException refusal) {
            return refused(job, refusal, scheduler);
        } catch (Exception | LinkageError | OutOfMemoryError failure) {
            return scheduler.isShuttingDown() ? RetryLater.shuttingDown() : failed(job, failure);
        } finally {
            // Only a shutdown interrupts, and it is answered by putting the job back, which needs the database.
            Thread.interrupted();
        }
    }

    private JobOutcome refused(JobView job, DomainException refusal, SchedulerState scheduler) {
        if (refusal.kind() != ProblemKind.UNAVAILABLE) {
            return Failed.by(refusal);
        }
        if (scheduler.isShuttingDown()) {
            return RetryLater.shuttingDown();
        }
        return refusal instanceof Temporary temporary
                ? new RetryLater(temporary.retryAfter(), refusal.slug())
                : failed(job, refusal);
    }

    private JobOutcome failed(JobView job, Throwable failure) {
        String traceId = UUID.randomUUID().toString();
        log.error("Job {} ({}) failed at attempt {}, trace {}", job.id(), job.type(), job.attempt(), traceId, failure);
        Failed failed = failure instanceof DomainException refusal
                ? Failed.by(refusal, traceId)
                : new Failed("unexpected-error", List.of(), traceId);
        int failures = rows.countFailure(job.id());
        return failures < settings.attempts()
                ? new RetryLater(settings.retryDelay().multipliedBy(1L << (failures - 1)), failed.reason())
                : failed;
    }
}
