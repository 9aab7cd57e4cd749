package dev.facewright.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.Waiting;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Has something be cancelled by whoever owns it while its job changes the same row. The canceller holds the row, the
/// job comes and waits for it, and only then the canceller asks for the job: two who took these in different orders
/// would wait for each other.
@Component
public class CancelRace {
    private final JobRecords records;
    private final JobRepository rows;
    private final TransactionTemplate transactions;
    private final Waiting waiting;

    CancelRace(JobRecords records, JobRepository rows, TransactionTemplate transactions, Waiting waiting) {
        this.records = records;
        this.rows = rows;
        this.transactions = transactions;
        this.waiting = waiting;
    }

    /// @param payload  of a job that no worker takes
    public <P> void meetsTheBeginning(JobHandler<P> handler, P payload, Runnable cancel) {
        JobId job = job(handler, payload);
        var beginning = collide(handler, payload, cancel, () -> records.begin(handler, payload, job));
        assertThat(beginning.settled()).containsInstanceOf(JobOutcome.Cancelled.class);
        assertThat(status(handler, payload)).isEqualTo(JobStatus.CANCELLED);
    }

    /// @param payload  of a job that no worker takes
    public <P> void meetsTheEnd(JobHandler<P> handler, P payload, Runnable cancel) {
        JobId job = job(handler, payload);
        records.begin(handler, payload, job);
        collide(handler, payload, cancel, () -> records.record(handler, payload, job, new Failed("unexpected-error")));
        assertThat(rows.find(job)).hasValueSatisfying(ended -> {
            assertThat(ended.status()).isEqualTo(JobStatus.FAILED);
            assertThat(ended.cancelReason()).isNotNull();
        });
        assertThat(status(handler, payload)).isEqualTo(JobStatus.FAILED);
    }

    private <P, T> T collide(JobHandler<P> handler, P payload, Runnable cancel, Callable<T> change) {
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<T> changed = transactions.execute(status -> {
                assertThat(handler.owner(payload)).isPresent();
                Future<T> changing = threads.submit(change);
                waiting.untilHeldBack(1);
                cancel.run();
                return changing;
            });
            return Objects.requireNonNull(changed).get();
        } catch (ExecutionException failed) {
            throw new AssertionError("The job could not change its row", failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private <P> JobId job(JobHandler<P> handler, P payload) {
        return life(handler, payload).job().orElseThrow();
    }

    private <P> JobStatus status(JobHandler<P> handler, P payload) {
        return life(handler, payload).status();
    }

    private <P> Life life(JobHandler<P> handler, P payload) {
        return Objects.requireNonNull(transactions.execute(
                status -> handler.owner(payload).map(Living::life).orElseThrow()));
    }
}
