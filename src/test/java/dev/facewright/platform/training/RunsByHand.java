package dev.facewright.platform.training;

import dev.facewright.ml.train.Recipe;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobId;
import dev.facewright.platform.jobs.JobOutcome;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs that no worker will take: a test takes them through their handler itself, as the queue would.
record RunsByHand(TrainRunHandler handler, RunRepository rows, RecipeJson recipes, JdbcClient jdbc, Clock clock) {
    RunId unqueued(DatasetVersionId version, Recipe recipe) {
        JobId job = JobId.random();
        jdbc.sql("""
                        insert into job (id, type, status, requested_by_kind, requested_by_id, created_at)
                        values (?, 'test', 'QUEUED', 'SYSTEM', 'test', now())""").param(job.value()).update();
        RunId id = RunId.random();
        rows.saveAndFlush(
                new RunRow(id, new NewRun("run", version, recipe, null), recipes.write(recipe), job, clock.instant()));
        return id;
    }

    /// From its beginning to its end.
    JobOutcome train(RunId run) {
        return handler.run(new TrainRun(run), attempt(1, () -> {}));
    }

    /// @param beforeStep  is run whenever the trainer asks whether to stop
    static JobContext attempt(int number, Runnable beforeStep) {
        return new Attempt(number, beforeStep, false);
    }

    static JobContext shuttingDown() {
        return new Attempt(1, () -> {}, true);
    }

    private record Attempt(int attempt, Runnable beforeStep, boolean shuttingDown) implements JobContext {
        @Override
        public JobId id() {
            return JobId.random();
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
