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
import dev.facewright.platform.jobs.JobOutcome.Cancelled;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import dev.facewright.platform.jobs.JobType;
import dev.facewright.platform.models.ModelQuarantined;
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
            return run.status() == RunStatus.SUCCEEDED ? new Succeeded() : new Cancelled(TrainingRuns.REQUESTED);
        }
        if (run.stopping()) {
            return cancelled(job.run(), TrainingRuns.REQUESTED);
        }
        try {
            return training.train(run, context::interrupted) ? new Succeeded() : stopped(job.run(), context);
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
        JobOutcome interruption = context.interruption();
        if (interruption instanceof Cancelled cancelled) {
            return cancelled(run, cancelled.reason());
        }
        records.putBack(run);
        return interruption;
    }

    private JobOutcome failed(RunId run, String reason, @Nullable String detail) {
        records.fail(run, reason, detail);
        return new Failed(reason);
    }

    private JobOutcome cancelled(RunId run, String reason) {
        records.cancelled(run, reason);
        return new Cancelled(reason);
    }
}
