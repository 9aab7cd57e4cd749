package dev.facewright.platform.evaluation;

import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobType;
import org.springframework.stereotype.Component;

/// Runs an evaluation, from the start again after a crash: it takes minutes, and its report is written at the
/// end.
@Component
class RunEvaluationHandler implements JobHandler<RunEvaluation> {
    static final JobType<RunEvaluation> TYPE = new JobType<>("run-evaluation", RunEvaluation.class, "evaluations");

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
        EvaluationRecords.Work work = records.start(job.evaluation());
        return scoring.score(work, context::interrupted) ? new JobOutcome.Succeeded() : context.interruption();
    }

    @Override
    public void ended(RunEvaluation job, JobOutcome outcome) {
        switch (outcome) {
            case JobOutcome.Failed failed -> records.failed(job.evaluation(), failed.reason());
            case JobOutcome.Cancelled _ -> records.cancelled(job.evaluation());
            default -> {}
        }
    }
}
