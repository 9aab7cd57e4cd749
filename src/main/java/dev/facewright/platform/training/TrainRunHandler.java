package dev.facewright.platform.training;

import dev.facewright.ml.torch.NativeMemoryExhausted;
import dev.facewright.ml.train.DeviceNotFound;
import dev.facewright.ml.train.TrainingDiverged;
import dev.facewright.ml.train.TrainingOutOfMemory;
import dev.facewright.platform.consent.NoLiveConsent;
import dev.facewright.platform.datasets.DatasetVersionRevokedProblem;
import dev.facewright.platform.datasets.SealedImageDamaged;
import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import dev.facewright.platform.jobs.JobOutcome.Stopped;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import dev.facewright.platform.jobs.JobType;
import dev.facewright.platform.models.ModelQuarantined;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The job of a run: takes it from where it is to its end and says how that came about.
@Component
class TrainRunHandler implements JobHandler<TrainRun> {
    private final RunRecords records;
    private final RunTraining training;

    TrainRunHandler(RunRecords records, RunTraining training) {
        this.records = records;
        this.training = training;
    }

    @Override
    public JobType<TrainRun> type() {
        return TrainRun.TYPE;
    }

    @Override
    public JobOutcome run(TrainRun job, JobContext context) {
        RunView run = records.begin(job.run(), context.attempt());
        if (run.status().ended()) {
            return run.status() == RunStatus.SUCCEEDED ? new Succeeded() : new Stopped();
        }
        if (run.stopping()) {
            return cancelled(job.run(), TrainingRuns.REQUESTED);
        }
        try {
            return training.train(run, () -> context.stopRequested() || context.shuttingDown())
                    ? new Succeeded()
                    : stopped(job.run(), context);
        } catch (NoLiveConsent | DatasetVersionRevokedProblem | ModelQuarantined withdrawn) {
            return cancelled(job.run(), withdrawn.slug());
        } catch (DeviceNotFound missing) {
            return failed(job.run(), "device-not-found", missing.getMessage());
        } catch (TrainingDiverged diverged) {
            return failed(job.run(), "training-diverged", diverged.getMessage());
        } catch (TrainingOutOfMemory | NativeMemoryExhausted exhausted) {
            return failed(job.run(), "training-out-of-memory", exhausted.getMessage());
        } catch (SealedImageDamaged damaged) {
            return failed(job.run(), damaged.slug(), damaged.image().toString());
        }
    }

    @Override
    public void ended(TrainRun job, JobOutcome outcome) {
        records.jobEnded(job.run(), outcome);
    }

    private JobOutcome stopped(RunId run, JobContext context) {
        if (context.stopRequested()) {
            return cancelled(run, TrainingRuns.REQUESTED);
        }
        records.putBack(run);
        return new RetryLater(Duration.ZERO, "shutting-down");
    }

    private JobOutcome failed(RunId run, String reason, @Nullable String detail) {
        records.fail(run, reason, detail);
        return new Failed(reason);
    }

    private JobOutcome cancelled(RunId run, String reason) {
        records.cancelled(run, reason);
        return new Stopped();
    }
}
