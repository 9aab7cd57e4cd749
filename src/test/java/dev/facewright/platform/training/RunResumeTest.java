package dev.facewright.platform.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobId;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.SealedData;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs that are interrupted, taken through their handler as the queue would.
@FacewrightTest
class RunResumeTest {
    private static final int EPOCHS = 3;
    private static final int STEPS = 3 * EPOCHS;

    private final TrainRunHandler handler;
    private final TrainingRuns runs;
    private final RunRepository rows;
    private final RunMetrics metrics;
    private final RunLog log;
    private final RecipeJson recipes;
    private final ModelRegistry models;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final People people;
    private final SealedData data;

    RunResumeTest(
            TrainRunHandler handler,
            TrainingRuns runs,
            RunRepository rows,
            RunMetrics metrics,
            RunLog log,
            RecipeJson recipes,
            ModelRegistry models,
            JdbcClient jdbc,
            Clock clock,
            ConsentLedger ledger,
            Subjects subjects,
            Datasets datasets) {
        this.handler = handler;
        this.runs = runs;
        this.rows = rows;
        this.metrics = metrics;
        this.log = log;
        this.recipes = recipes;
        this.models = models;
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = new People(ledger, subjects, clock);
        this.data = new SealedData(datasets, people);
    }

    @Test
    void aRunWhoseProcessDiedGoesOnAndEndsWithTheSameModel() {
        var sealed = data.sealed(2, 6);
        RunId whole = unqueued(sealed.version());
        assertThat(handler.run(new TrainRun(whole), new Attempt(1, () -> {}))).isInstanceOf(JobOutcome.Succeeded.class);

        RunId killed = unqueued(sealed.version());
        assertThatThrownBy(() -> handler.run(new TrainRun(killed), new Attempt(1, dyingAtStep(6))))
                .isInstanceOf(Killed.class);
        assertThat(runs.get(killed).status()).isEqualTo(RunStatus.RUNNING);
        assertThat(handler.run(new TrainRun(killed), new Attempt(2, () -> {})))
                .isInstanceOf(JobOutcome.Succeeded.class);

        assertThat(log.latest(killed, 100)).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo("resumed");
            assertThat(entry.step()).isBetween(4L, 6L);
        });
        assertThat(runs.get(killed).progress().stepsDone()).isEqualTo(STEPS);
        assertThat(metrics.epochs(killed)).hasSize(EPOCHS);
        assertThat(weights(killed)).isEqualTo(weights(whole));
    }

    @Test
    void aRunOnAWorkerThatShutsDownIsPutBack() {
        RunId id = unqueued(data.sealed(2, 6).version());
        var attempt = new Attempt(1, () -> {});
        attempt.shuttingDown = true;
        assertThat(handler.run(new TrainRun(id), attempt)).isInstanceOf(JobOutcome.RetryLater.class);
        assertThat(runs.get(id).status()).isEqualTo(RunStatus.QUEUED);
        assertThat(handler.run(new TrainRun(id), new Attempt(2, () -> {}))).isInstanceOf(JobOutcome.Succeeded.class);
    }

    @Test
    void aRunThatEndsDuringAWithdrawalRegistersNothing() {
        var sealed = data.sealed(2, 6);
        RunId id = unqueued(sealed.version());
        Runnable withdrawing =
                atStep(STEPS - 1, () -> people.withdraws(sealed.people().getFirst()));
        assertThat(handler.run(new TrainRun(id), new Attempt(1, withdrawing))).isInstanceOf(JobOutcome.Stopped.class);
        assertThat(runs.get(id).status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(runs.get(id).reason()).isIn("no-live-consent", "dataset-version-revoked");
        assertThat(models.trainedOn(sealed.version())).isEmpty();
    }

    @Test
    void aJobThatIsGivenUpFailsItsRun() {
        RunId id = unqueued(data.sealed(2, 6).version());
        handler.ended(new TrainRun(id), new JobOutcome.Failed("unexpected-error", "trace"));
        assertThat(runs.get(id)).satisfies(run -> {
            assertThat(run.status()).isEqualTo(RunStatus.FAILED);
            assertThat(run.reason()).isEqualTo("unexpected-error");
            assertThat(run.detail()).isEqualTo("trace");
        });
    }

    private String weights(RunId run) {
        return models.get(requireNonNull(runs.get(run).model())).weightsSha256();
    }

    /// A run that no worker will take.
    private RunId unqueued(DatasetVersionId version) {
        JobId job = JobId.random();
        jdbc.sql("""
                        insert into job (id, type, status, requested_by_kind, requested_by_id, created_at)
                        values (?, 'test', 'QUEUED', 'SYSTEM', 'test', now())""").param(job.value()).update();
        RunId id = RunId.random();
        var recipe = TinyRecipe.epochs(EPOCHS);
        rows.saveAndFlush(
                new RunRow(id, new NewRun("run", version, recipe, null), recipes.write(recipe), job, clock.instant()));
        return id;
    }

    private static Runnable dyingAtStep(int step) {
        return atStep(step, () -> {
            throw new Killed();
        });
    }

    private static Runnable atStep(int step, Runnable action) {
        int[] asked = {0};
        return () -> {
            if (asked[0]++ == step) {
                action.run();
            }
        };
    }

    private static class Killed extends RuntimeException {}

    /// One attempt; `beforeStep` is run whenever the trainer asks whether to stop.
    private static class Attempt implements JobContext {
        private final int number;
        private final Runnable beforeStep;
        private boolean shuttingDown;

        Attempt(int number, Runnable beforeStep) {
            this.number = number;
            this.beforeStep = beforeStep;
        }

        @Override
        public JobId id() {
            return JobId.random();
        }

        @Override
        public boolean stopRequested() {
            beforeStep.run();
            return false;
        }

        @Override
        public boolean shuttingDown() {
            return shuttingDown;
        }

        @Override
        public int attempt() {
            return number;
        }
    }
}
