package dev.facewright.platform.evaluation;

import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobType;
import dev.facewright.platform.storage.StorageUnavailable;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Runs an evaluation, from the start again after a crash: it takes minutes, and its report is written at the
/// end.
@Component
class RunEvaluationHandler implements JobHandler<RunEvaluation> {
    static final JobType<RunEvaluation> TYPE = new JobType<>("run-evaluation", RunEvaluation.class);

    private static final Duration UNTIL_THE_STORE_IS_BACK = Duration.ofSeconds(10);

    private final EvaluationRecords records;
    private final BenchmarkScoring scoring;

    RunEvaluationHandler(EvaluationRecords records, BenchmarkScoring scoring) {
        this.records = records;
        this.scoring = scoring;
    }

    @Override
    public JobType<RunEvaluation> type() {
        return TYPE;
    }

    @Override
    public JobOutcome run(RunEvaluation job, JobContext context) {
        try {
            return evaluate(job.evaluation(), context);
        } catch (StorageUnavailable away) {
            return new JobOutcome.RetryLater(UNTIL_THE_STORE_IS_BACK, away.slug());
        }
    }

    private JobOutcome evaluate(EvaluationId id, JobContext context) {
        EvaluationRecords.Work work = records.start(id);
        boolean finished = scoring.score(work, () -> context.stopRequested() || context.shuttingDown());
        if (finished) {
            return new JobOutcome.Succeeded();
        }
        return context.stopRequested()
                ? new JobOutcome.Stopped()
                : new JobOutcome.RetryLater(Duration.ZERO, "shutting-down");
    }

    @Override
    public void ended(RunEvaluation job, JobOutcome outcome) {
        switch (outcome) {
            case JobOutcome.Failed failed -> records.failed(job.evaluation(), failed.reason());
            case JobOutcome.Stopped stopped -> records.cancelled(job.evaluation());
            default -> {}
        }
    }
}
