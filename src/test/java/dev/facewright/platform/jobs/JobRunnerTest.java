package dev.facewright.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerState.SettableSchedulerState;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import dev.facewright.platform.jobs.JobOutcome.Stopped;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import dev.facewright.platform.kernel.Actor;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What one delivery does to a job, without the queue around it.
@FacewrightTest
class JobRunnerTest {
    private final JobRunner runner;
    private final JobTable table;
    private final JobQueue queue;
    private final ProbeJob handler;
    private final SettableSchedulerState scheduler = new SettableSchedulerState();

    JobRunnerTest(JobRunner runner, JobTable table, JobQueue queue, ProbeJob probeJob) {
        this.runner = runner;
        this.table = table;
        this.queue = queue;
        this.handler = probeJob;
    }

    @Test
    void aRefusalFailsTheJobForItsReasonAtOnce() {
        var probe = ProbeJob.doing(context -> {
            throw new Refusal(ProblemKind.CONFLICT);
        });
        JobId id = submitted();
        assertThat(deliver(id, probe)).isEmpty();
        assertThat(queue.view(id)).satisfies(job -> {
            assertThat(job.status()).isEqualTo(JobStatus.FAILED);
            assertThat(job.reason()).isEqualTo("probe-refused");
            assertThat(job.traceId()).isNull();
        });
        assertThat(probe.end()).isEqualTo(new Failed("probe-refused"));
    }

    @Test
    void anUnexpectedFailureIsTriedAgainEverLaterAndThenFailsWithATrace() {
        var probe = ProbeJob.doing(context -> {
            throw new IllegalStateException("broken");
        });
        JobId id = submitted();
        assertThat(deliver(id, probe)).contains(Duration.ofSeconds(5));
        assertThat(deliver(id, probe)).contains(Duration.ofSeconds(10));
        assertThat(probe.end()).isNull();
        assertThat(deliver(id, probe)).isEmpty();
        assertThat(queue.view(id)).satisfies(job -> {
            assertThat(job.status()).isEqualTo(JobStatus.FAILED);
            assertThat(job.attempt()).isEqualTo(3);
            assertThat(job.reason()).isEqualTo("unexpected-error");
            assertThat(job.traceId()).isNotNull();
        });
    }

    @Test
    void aServiceThatIsAwayIsNoReasonToFailAtOnce() {
        var probe = ProbeJob.doing(context -> {
            throw new Refusal(ProblemKind.UNAVAILABLE);
        });
        JobId id = submitted();
        assertThat(deliver(id, probe)).isPresent();
        assertThat(queue.view(id).status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void aJobStoppedBeforeItBeganNeverReachesItsHandler() {
        var runs = new AtomicInteger();
        var probe = ProbeJob.doing(context -> {
            runs.incrementAndGet();
            return new Succeeded();
        });
        JobId id = submitted();
        queue.requestStop(id);
        assertThat(deliver(id, probe)).isEmpty();
        assertThat(runs).hasValue(0);
        assertThat(queue.view(id).status()).isEqualTo(JobStatus.STOPPED);
        assertThat(probe.end()).isEqualTo(new Stopped());
    }

    @Test
    void aJobInterruptedByAShutdownGoesBackAndCountsNoFailure() {
        var probe = ProbeJob.doing(context -> {
            throw new InterruptedException();
        });
        JobId id = submitted();
        for (int i = 0; i < 5; i++) {
            assertThat(deliver(id, probe)).contains(Duration.ZERO);
        }
        assertThat(queue.view(id).status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void anExceptionDuringAShutdownPutsTheJobBack() {
        scheduler.setIsShuttingDown();
        var probe = ProbeJob.doing(context -> {
            assertThat(context.shuttingDown()).isTrue();
            throw new IllegalStateException("the pool is closed");
        });
        JobId id = submitted();
        assertThat(deliver(id, probe)).contains(Duration.ZERO);
        assertThat(queue.view(id).reason()).isEqualTo("shutting-down");
    }

    @Test
    void aDeliveryThatComesTwiceDoesNothingTheSecondTime() {
        var runs = new AtomicInteger();
        var probe = ProbeJob.doing(context -> {
            runs.incrementAndGet();
            return new Succeeded();
        });
        JobId id = submitted();
        deliver(id, probe);
        assertThat(deliver(id, probe)).isEmpty();
        assertThat(runs).hasValue(1);
    }

    @Test
    void aJobThatKeepsKillingItsProcessIsGivenUp() {
        var probe = ProbeJob.doing(context -> new RetryLater(Duration.ZERO, "again"));
        JobId id = submitted();
        for (int i = 0; i <= 10; i++) {
            table.begin(id);
        }
        assertThat(deliver(id, probe)).isEmpty();
        assertThat(queue.view(id).reason()).isEqualTo("job-kept-crashing");
    }

    private JobId submitted() {
        JobId id = JobId.random();
        table.insert(id, ProbeJob.TYPE, Actor.system("test"));
        return id;
    }

    private Optional<Duration> deliver(JobId id, ProbeJob.Probe probe) {
        return runner.deliver(handler, id, probe, scheduler);
    }

    private static class Refusal extends DomainException {
        Refusal(ProblemKind kind) {
            super(kind, "probe-refused");
        }
    }
}
