package dev.facewright.platform.evaluation;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.BenchmarkView;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.evaluation.EvaluationProblem.EvaluationNotFound;
import dev.facewright.platform.evaluation.EvaluationProblem.EvaluationUnderWay;
import dev.facewright.platform.evaluation.RunEvaluationHandler.RunEvaluation;
import dev.facewright.platform.jobs.JobQueue;
import dev.facewright.platform.jobs.Lives;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What happens to an evaluation's row beyond its job, each in one transaction with its event.
@Component
class EvaluationRecords {
    private final EvaluationRepository evaluations;
    private final Benchmarks benchmarks;
    private final ModelRegistry models;
    private final JobQueue jobs;
    private final Lives lives;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvaluationRecords(
            EvaluationRepository evaluations,
            Benchmarks benchmarks,
            ModelRegistry models,
            JobQueue jobs,
            Lives lives,
            ApplicationEventPublisher events,
            Clock clock) {
        this.evaluations = evaluations;
        this.benchmarks = benchmarks;
        this.models = models;
        this.jobs = jobs;
        this.lives = lives;
        this.events = events;
        this.clock = clock;
    }

    /// What the worker needs to know.
    record Work(EvaluationId id, ModelVersionId model, BenchmarkId benchmark, EvaluationOptions options) {}

    @Transactional
    public EvaluationId queue(ModelVersionId model, BenchmarkId benchmarkId, EvaluationOptions options) {
        models.requireUsable(model);
        BenchmarkView benchmark = benchmarks.requireReady(benchmarkId);
        evaluations
                .findUnderWay(model.value(), benchmarkId.value(), options.flipSum())
                .ifPresent(existing -> {
                    throw new EvaluationUnderWay(existing.id());
                });
        EvaluationId id = EvaluationId.random();
        Evaluation evaluation =
                evaluations.saveAndFlush(new Evaluation(id, model, benchmark, options, clock.instant()));
        evaluation.life().queuedAs(jobs.submit(RunEvaluationHandler.TYPE, new RunEvaluation(id)));
        events.publishEvent(new EvaluationEvent.Queued(id, model, benchmarkId));
        return id;
    }

    /// @throws BenchmarkNotReady if the benchmark was deleted since
    @Transactional(readOnly = true)
    public Work work(EvaluationId id) {
        Evaluation evaluation = evaluations.findById(id.value()).orElseThrow(() -> new EvaluationNotFound(id));
        benchmarks.requireReady(evaluation.benchmark());
        return new Work(id, evaluation.model(), evaluation.benchmark(), evaluation.options());
    }

    @Transactional
    public void progressed(EvaluationId id, int done) {
        evaluations.progressed(id.value(), done);
    }

    /// @throws dev.facewright.platform.models.ModelProblem.ModelQuarantined if the model was quarantined meanwhile
    @Transactional
    public void succeeded(EvaluationId id, Report report) {
        Evaluation evaluation = lock(id);
        if (evaluation.life().ended()) {
            return;
        }
        models.holdUsable(evaluation.model());
        benchmarks.requireReady(evaluation.benchmark());
        report.metrics().forEach(metric -> models.addMetric(evaluation.model(), metric));
        evaluation.gave(report);
        lives.succeed(evaluation);
    }

    @Transactional
    public void cancel(EvaluationId id) {
        lives.cancel(lock(id), JobQueue.CANCEL_REQUESTED);
    }

    /// @param reason  a slug
    @Transactional
    public void staleFor(ModelVersionId model, String reason) {
        for (UUID id : evaluations.ofModel(model.value())) {
            Evaluation evaluation = lock(new EvaluationId(id));
            lives.cancel(evaluation, reason);
            if (evaluation.becomesStale(reason)) {
                events.publishEvent(new EvaluationEvent.MarkedStale(evaluation.id(), model));
            }
        }
    }

    private Evaluation lock(EvaluationId id) {
        return evaluations.lock(id.value()).orElseThrow(() -> new EvaluationNotFound(id));
    }
}
