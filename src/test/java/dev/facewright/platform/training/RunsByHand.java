package dev.facewright.platform.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.train.Recipe;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobId;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobsByHand;
import dev.facewright.platform.training.TrainRunHandler.TrainRun;
import dev.facewright.platform.training.TrainingRuns.NewRun;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Runs that no worker will take: a test takes them through their handler itself, as the queue would.
@Component
record RunsByHand(JobsByHand jobs, TrainRunHandler handler, RunRepository rows, RecipeJson recipes, Clock clock) {
    RunId unqueued(DatasetVersionId version, Recipe recipe) {
        RunId id = RunId.random();
        NewRun run = new NewRun("run", version, recipe, null);
        rows.saveAndFlush(new RunRow(id, run, recipes.write(recipe), jobs.unqueued(TrainRun.TYPE), clock.instant()));
        return id;
    }

    /// From its beginning to its end.
    JobOutcome train(RunId run) {
        return attempt(run, () -> {});
    }

    /// @param beforeStep  is run whenever the trainer asks whether to stop
    JobOutcome attempt(RunId run, Runnable beforeStep) {
        return attempt(run, new Attempt(beforeStep, false));
    }

    JobOutcome whileShuttingDown(RunId run) {
        return attempt(run, new Attempt(() -> {}, true));
    }

    JobOutcome giveUp(RunId run, JobOutcome outcome) {
        return jobs.end(handler, new TrainRun(run), job(run), outcome);
    }

    static Consumer<JobOutcome> failedBy(String reason) {
        return outcome -> assertThat(outcome)
                .isInstanceOfSatisfying(
                        JobOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    private JobOutcome attempt(RunId run, JobContext context) {
        try {
            return jobs.attempt(handler, new TrainRun(run), job(run), context);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JobId job(RunId run) {
        return rows.findById(run.value()).flatMap(row -> row.life().job()).orElseThrow();
    }

    private record Attempt(Runnable beforeStep, boolean shuttingDown) implements JobContext {
        @Override
        public JobId id() {
            return JobId.random();
        }

        @Override
        public int attempt() {
            return 1;
        }

        @Override
        public boolean interrupted() {
            beforeStep.run();
            return shuttingDown;
        }

        @Override
        public JobOutcome interruption() {
            return JobOutcome.RetryLater.shuttingDown();
        }
    }
}
