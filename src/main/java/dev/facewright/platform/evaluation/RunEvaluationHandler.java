package dev.facewright.platform.evaluation;

import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobType;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Runs an evaluation, from the start again after a crash: it takes minutes, and its report is written at the
/// end.
@Component
class RunEvaluationHandler implements JobHandler<RunEvaluationHandler.RunEvaluation> {
    static final JobType<RunEvaluation> TYPE = new JobType<>("run-evaluation", RunEvaluation.class, "evaluations");

    private final EvaluationRepository rows;
    private final Evaluations evaluations;
    private final EvaluationRecords records;
    private final BenchmarkScoring scoring;

    RunEvaluationHandler(
            EvaluationRepository rows, Evaluations evaluations, EvaluationRecords records, BenchmarkScoring scoring) {
        this.rows = rows;
        this.evaluations = evaluations;
        this.records = records;
        this.scoring = scoring;
    }

    @Override
    public JobType<RunEvaluation> type() {
        return TYPE;
    }

    @Override
    public Optional<Evaluation> owner(RunEvaluation job) {
        return rows.lock(job.evaluation().value());
    }

    @Override
    public Optional<Work> describe(RunEvaluation job) {
        return rows.findById(job.evaluation().value())
                .map(row -> evaluations.get(row.id()))
                .map(evaluation -> new Work(
                        evaluation.benchmarkName(),
                        "/evaluations/" + evaluation.id(),
                        (double) evaluation.imagesDone() / evaluation.images()));
    }

    @Override
    public JobOutcome run(RunEvaluation job, JobContext context) {
        EvaluationRecords.Work work = records.work(job.evaluation());
        return scoring.score(work, context::interrupted) ? new JobOutcome.Succeeded() : context.interruption();
    }

    /// Job: score a model on a benchmark.
    record RunEvaluation(EvaluationId evaluation) {}
}
