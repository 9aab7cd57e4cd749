package dev.facewright.platform.jobs;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.jobs.JobOutcome.Cancelled;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import dev.facewright.platform.jobs.JobQueue.JobNotFound;
import dev.facewright.platform.kernel.Actor;
import dev.facewright.platform.kernel.CurrentActor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FacewrightTest
class JobQueueTest {
    private static final Actor SOMEONE = new Actor(Actor.Kind.USER, "someone");

    private final JobQueue queue;
    private final CurrentActor currentActor;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    JobQueueTest(JobQueue queue, CurrentActor currentActor, TransactionTemplate transactions, JdbcClient jdbc) {
        this.queue = queue;
        this.currentActor = currentActor;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Test
    void aJobRunsAsWhoeverAskedForItAndSucceeds() {
        var actor = new CompletableFuture<Actor>();
        var probe = ProbeJob.doing(context -> {
            actor.complete(currentActor.get());
            return new Succeeded();
        });
        JobId id = queue.submit(ProbeJob.TYPE, probe, SOMEONE);
        eventually(() -> assertThat(queue.view(id).status()).isEqualTo(JobStatus.SUCCEEDED));
        assertThat(actor).isCompletedWithValue(SOMEONE);
        assertThat(queue.view(id)).satisfies(job -> {
            assertThat(job.requestedBy()).isEqualTo(SOMEONE);
            assertThat(job.attempt()).isEqualTo(1);
            assertThat(job.endedAt()).isNotNull();
        });
        assertThat(probe.end()).isEqualTo(new Succeeded());
        eventually(() -> assertThat(queued(id)).isZero());
    }

    @Test
    void whatIsRolledBackWasNeverSubmitted() {
        var probe = ProbeJob.doing(context -> new Succeeded());
        JobId id = transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            return queue.submit(ProbeJob.TYPE, probe, SOMEONE);
        });
        assertThatThrownBy(() -> queue.view(id)).isInstanceOf(JobNotFound.class);
        assertThat(queued(id)).isZero();
    }

    @Test
    void aRunningJobSeesThatItIsCancelled() {
        var started = new CountDownLatch(1);
        var probe = ProbeJob.doing(context -> {
            started.countDown();
            while (!context.interrupted()) {
                Thread.onSpinWait();
            }
            return context.interruption();
        });
        JobId id = queue.submit(ProbeJob.TYPE, probe, SOMEONE);
        eventually(() -> assertThat(started.getCount()).isZero());
        queue.cancel(id, "no-longer-wanted");
        eventually(() -> assertThat(queue.view(id).status()).isEqualTo(JobStatus.CANCELLED));
        assertThat(probe.end()).isEqualTo(new Cancelled("no-longer-wanted"));
    }

    @Test
    void theJobOfADeadWorkerIsTakenUpAgain() {
        var attempts = new CompletableFuture<Integer>();
        var probe = ProbeJob.doing(context -> {
            attempts.complete(context.attempt());
            return new Succeeded();
        });
        JobId id = transactions.execute(transaction -> {
            JobId submitted = queue.submit(ProbeJob.TYPE, probe, SOMEONE);
            // As a process leaves it that is killed: taken, begun, and no heartbeat since.
            jdbc.sql(
                            "update scheduled_tasks set picked = true, picked_by = 'dead', last_heartbeat = now() - interval '1 hour' where task_instance = ?")
                    .param(submitted.toString())
                    .update();
            jdbc.sql("update job set status = 'RUNNING', attempt = 1, started_at = now() where id = ?")
                    .param(submitted.value())
                    .update();
            return submitted;
        });
        eventually(() -> assertThat(queue.view(id).status()).isEqualTo(JobStatus.SUCCEEDED));
        assertThat(attempts).isCompletedWithValue(2);
    }

    @Test
    void trainingsRunOneAtATimeAndHoldNothingElseUp() {
        var running = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = queue.submit(
                ProbeTraining.TYPE,
                ProbeJob.doing(context -> {
                    running.countDown();
                    goOn.await();
                    return new Succeeded();
                }),
                SOMEONE);
        eventually(() -> assertThat(running.getCount()).isZero());
        var second = queue.submit(ProbeTraining.TYPE, ProbeJob.doing(context -> new Succeeded()), SOMEONE);
        var other = queue.submit(ProbeJob.TYPE, ProbeJob.doing(context -> new Succeeded()), SOMEONE);
        eventually(() -> assertThat(queue.view(other).status()).isEqualTo(JobStatus.SUCCEEDED));
        assertThat(queue.view(second).status()).isEqualTo(JobStatus.QUEUED);
        goOn.countDown();
        eventually(() -> assertThat(queue.view(second).status()).isEqualTo(JobStatus.SUCCEEDED));
        assertThat(queue.view(first).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    private long queued(JobId id) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
                .param(id.toString())
                .query(Long.class)
                .single();
    }
}
