package dev.facewright.platform.training;

import dev.facewright.ml.torch.NativeMemoryExhausted;
import dev.facewright.ml.train.DeviceRecipe.DeviceNotFound;
import dev.facewright.ml.train.TrainingDiverged;
import dev.facewright.ml.train.TrainingOutOfMemory;
import dev.facewright.platform.datasets.DatasetProblem.DatasetVersionRevokedProblem;
import dev.facewright.platform.datasets.DatasetProblem.SealedImageDamaged;
import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobLane;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobOutcome.Cancelled;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import dev.facewright.platform.jobs.JobType;
import dev.facewright.platform.models.ModelProblem.ModelQuarantined;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The job of a run: takes it from where it is to its end and says how that came about.
@Component
class TrainRunHandler implements JobHandler<TrainRunHandler.TrainRun> {
    private final RunRepository rows;
    private final TrainingRuns runs;
    private final RunTraining training;

    TrainRunHandler(RunRepository rows, TrainingRuns runs, RunTraining training) {
        this.rows = rows;
        this.runs = runs;
        this.training = training;
    }

    @Override
    public JobType<TrainRun> type() {
        return TrainRun.TYPE;
    }

    @Override
    public Optional<RunRow> owner(TrainRun job) {
        return rows.lock(job.run().value());
    }

    @Override
    public Optional<Work> describe(TrainRun job) {
        return rows.findById(job.run().value())
                .map(row -> new Work(row.name(), "/runs/" + row.id(), row.life().share()));
    }

    @Override
    public JobOutcome run(TrainRun job, JobContext context) {
        try {
            return training.train(runs.get(job.run()), context::interrupted) ? new Succeeded() : context.interruption();
        } catch (DatasetVersionRevokedProblem | ModelQuarantined withdrawn) {
            return new Cancelled(withdrawn.slug());
        } catch (DeviceNotFound missing) {
            return failed("device-not-found", missing);
        } catch (TrainingDiverged diverged) {
            return failed("training-diverged", diverged);
        } catch (TrainingOutOfMemory | NativeMemoryExhausted exhausted) {
            return failed("training-out-of-memory", exhausted);
        } catch (SealedImageDamaged damaged) {
            return Failed.by(damaged); // for good, though the store could not give it
        }
    }

    /// The library says what a person can do about it.
    private static JobOutcome failed(String reason, RuntimeException cause) {
        return new Failed(reason, String.valueOf(cause.getMessage()));
    }

    /// The job of a run: everything else is read when it is taken.
    record TrainRun(RunId run) {
        static final JobType<TrainRun> TYPE = new JobType<>("train-run", TrainRun.class, JobLane.TRAINING, "runs");
    }
}
