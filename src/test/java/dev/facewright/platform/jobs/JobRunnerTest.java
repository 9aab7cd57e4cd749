package dev.facewright.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerState.SettableSchedulerState;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.jobs.JobOutcome.Cancelled;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import dev.facewright.platform.jobs.LifeChange.Begun;
import dev.facewright.platform.jobs.LifeChange.CancelRequested;
import dev.facewright.platform.kernel.Actor;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import dev.facewright.platform.kernel.Temporary;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/// What one delivery does to a job, without the queue around it.
@FacewrightTest
class JobRunnerTest {
    private final JobRunner runner;
    private final JobRepository rows;
    private final JobQueue queue;
    private final ProbeJob handler;
    private final Lives lives;
    private final TransactionTemplate transactions;
    private final SettableSchedulerState scheduler = new SettableSchedulerState();

    JobRunnerTest(
            JobRunner runner,
            JobRepository rows,
            JobQueue queue,
            ProbeJob probeJob,
            Lives lives,
            TransactionTemplate transactions) {
        this.runner = runner;
        this.rows = rows;
        this.queue = queue;
        this.handler = probeJob;
        this.lives = lives;
        this.transactions = transactions;
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
            assertThat(job.failure()).isEqualTo("probe-refused");
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
            assertThat(job.failure()).isEqualTo("unexpected-error");
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
    void whatIsAwayForAWhileIsWaitedForAsLongAsItTakes() {
        var probe = ProbeJob.doing(context -> {
            throw new Away();
        });
        JobId id = submitted();
        for (int i = 0; i < 10; i++) {
            assertThat(deliver(id, probe)).contains(Away.FOR);
        }
        assertThat(queue.view(id)).satisfies(job -> {
            assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
            assertThat(job.failure()).isEqualTo("probe-away");
        });
    }

    @Test
    void aJobCancelledBetweenTwoAttemptsIsNotTakenUpAgain() {
        var runs = new AtomicInteger();
        var probe = ProbeJob.doing(context -> {
            runs.incrementAndGet();
            return new RetryLater(Duration.ZERO, "again");
        });
        JobId id = submitted();
        deliver(id, probe);
        queue.cancel(id, "no-longer-wanted");
        queue.cancel(id, "another reason");
        assertThat(deliver(id, probe)).isEmpty();
        assertThat(runs).hasValue(1);
        assertThat(probe.end()).isEqualTo(new Cancelled("no-longer-wanted"));
    }

    @Test
    void anInterruptedJobThatIsNotCancelledGoesBack() {
        scheduler.setIsShuttingDown();
        var probe = ProbeJob.doing(context -> context.interrupted() ? context.interruption() : new Succeeded());
        JobId id = submitted();
        assertThat(deliver(id, probe)).contains(Duration.ZERO);
        queue.cancel(id, "no-longer-wanted");
        assertThat(deliver(id, probe)).isEmpty();
    }

    @Test
    void aJobCancelledBeforeItBeganNeverReachesItsHandler() {
        var runs = new AtomicInteger();
        var probe = ProbeJob.doing(context -> {
            runs.incrementAndGet();
            return new Succeeded();
        });
        JobId id = submitted();
        queue.cancel(id, "no-longer-wanted");
        assertThat(deliver(id, probe)).isEmpty();
        assertThat(runs).hasValue(0);
        assertThat(queue.view(id).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(probe.end()).isEqualTo(new Cancelled("no-longer-wanted"));
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
            assertThat(context.interrupted()).isTrue();
            throw new IllegalStateException("the pool is closed");
        });
        JobId id = submitted();
        assertThat(deliver(id, probe)).contains(Duration.ZERO);
        assertThat(queue.view(id).failure()).isEqualTo("shutting-down");
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
    void theRowAJobIsForGoesWithItFromItsBeginningToItsEnd() {
        var attempts = new AtomicInteger();
        var probe = ProbeJob.doing(
                context -> attempts.incrementAndGet() == 1 ? new RetryLater(Duration.ZERO, "again") : new Succeeded());
        ProbeJob.Row row = probe.forARow();
        JobId id = submitted();
        deliver(id, probe);
        assertThat(row.life().status()).isEqualTo(JobStatus.QUEUED);
        deliver(id, probe);
        assertThat(row.life().status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(row.changes())
                .containsExactly(new Begun(1), new RetryLater(Duration.ZERO, "again"), new Begun(2), new Succeeded());
    }

    @Test
    void aRowThatWaitsIsCancelledAtOnceAndOneThatRunsIsAskedTo() {
        var runs = new AtomicInteger();
        var probe = ProbeJob.doing(context -> {
            runs.incrementAndGet();
            return new Succeeded();
        });
        ProbeJob.Row row = probe.forARow();
        JobId id = submitted();
        row.life().queuedAs(id);
        transactions.executeWithoutResult(transaction -> lives.cancel(row, "not-wanted"));
        assertThat(row.life().status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(deliver(id, probe)).isEmpty();
        assertThat(runs).hasValue(0);
        assertThat(queue.view(id).status()).isEqualTo(JobStatus.CANCELLED);

        var itself = new AtomicReference<ProbeJob.@Nullable Row>();
        var asked = ProbeJob.doing(context -> {
            transactions.executeWithoutResult(
                    transaction -> lives.cancel(Objects.requireNonNull(itself.get()), "not-wanted"));
            assertThat(context.interrupted()).isTrue();
            return context.interruption();
        });
        ProbeJob.Row running = asked.forARow();
        itself.set(running);
        JobId other = submitted();
        running.life().queuedAs(other);
        deliver(other, asked);
        assertThat(running.changes())
                .containsExactly(new Begun(1), new CancelRequested("not-wanted"), new Cancelled("not-wanted"));
    }

    @Test
    void whatEndedItsRowBeforeTheProcessDiedIsNotDoneAgain() {
        var probe = ProbeJob.doing(context -> {
            throw new IllegalStateException("done already");
        });
        ProbeJob.Row row = probe.forARow();
        row.life().take(new Succeeded(), Instant.EPOCH);
        JobId id = submitted();
        assertThat(deliver(id, probe)).isEmpty();
        assertThat(queue.view(id).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aRefusalIsKeptWithItsArguments() {
        var probe = ProbeJob.doing(context -> {
            throw new Refusal(ProblemKind.CONFLICT, "7", 8);
        });
        ProbeJob.Row row = probe.forARow();
        deliver(submitted(), probe);
        assertThat(row.life().failure()).isEqualTo("probe-refused");
        assertThat(row.life().failureArguments()).containsExactly("7", "8");
    }

    @Test
    void aJobThatKeepsKillingItsProcessIsGivenUp() {
        var probe = ProbeJob.doing(context -> new RetryLater(Duration.ZERO, "again"));
        JobId id = submitted();
        for (int i = 0; i <= 10; i++) {
            rows.begin(id);
        }
        assertThat(deliver(id, probe)).isEmpty();
        assertThat(queue.view(id).failure()).isEqualTo("job-kept-crashing");
    }

    private JobId submitted() {
        JobId id = JobId.random();
        rows.insert(id, ProbeJob.TYPE, Actor.system("test"));
        return id;
    }

    private Optional<Duration> deliver(JobId id, ProbeJob.Probe probe) {
        return runner.deliver(handler, id, probe, scheduler);
    }

    private static class Away extends DomainException implements Temporary {
        static final Duration FOR = Duration.ofSeconds(17);

        Away() {
            super(ProblemKind.UNAVAILABLE, "probe-away");
        }

        @Override
        public Duration retryAfter() {
            return FOR;
        }
    }

    private static class Refusal extends DomainException {
        Refusal(ProblemKind kind, Object... arguments) {
            super(kind, "probe-refused", arguments);
        }
    }
}
