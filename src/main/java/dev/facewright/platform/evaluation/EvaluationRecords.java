package dev.facewright.platform.evaluation;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.BenchmarkView;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.jobs.JobQueue;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Each step in the life of an evaluation's row, in one transaction with its event.
@Component
class EvaluationRecords {
    private final EvaluationRepository evaluations;
    private final Benchmarks benchmarks;
    private final ModelRegistry models;
    private final JobQueue jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvaluationRecords(
            EvaluationRepository evaluations,
            Benchmarks benchmarks,
            ModelRegistry models,
            JobQueue jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.evaluations = evaluations;
        this.benchmarks = benchmarks;
        this.models = models;
        this.jobs = jobs;
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
        evaluation.queuedAs(jobs.submit(RunEvaluationHandler.TYPE, new RunEvaluation(id)));
        events.publishEvent(new EvaluationEvent.Queued(id, model, benchmarkId));
        return id;
    }

    /// @throws BenchmarkNotReady if the benchmark was deleted since
    @Transactional
    public Work start(EvaluationId id) {
        Evaluation evaluation = require(id);
        benchmarks.requireReady(evaluation.benchmark());
        if (evaluation.status() == EvaluationStatus.QUEUED) {
            evaluation.started();
            events.publishEvent(new EvaluationEvent.Started(id));
        }
        return new Work(id, evaluation.model(), evaluation.benchmark(), evaluation.options());
    }

    @Transactional
    public void progressed(EvaluationId id, int done) {
        evaluations.progressed(id.value(), done);
    }

    /// @throws dev.facewright.platform.models.ModelQuarantined if the model was quarantined meanwhile
    @Transactional
    public void succeeded(EvaluationId id, Report report) {
        Evaluation evaluation = require(id);
        models.holdUsable(evaluation.model());
        report.metrics().forEach(metric -> models.addMetric(evaluation.model(), metric));
        evaluation.succeeded(report, clock.instant());
        events.publishEvent(new EvaluationEvent.Completed(id, evaluation.model()));
    }

    @Transactional
    public void stop(EvaluationId id) {
        Evaluation evaluation = require(id);
        if (!evaluation.status().ended()) {
            evaluation.job().ifPresent(job -> jobs.cancel(job, "cancel-requested"));
            events.publishEvent(new EvaluationEvent.CancelRequested(id));
        }
    }

    @Transactional
    public void failed(EvaluationId id, String slug) {
        Evaluation evaluation = require(id);
        if (!evaluation.status().ended()) {
            evaluation.failed(slug, clock.instant());
            events.publishEvent(new EvaluationEvent.Failed(id));
        }
    }

    @Transactional
    public void cancelled(EvaluationId id) {
        Evaluation evaluation = require(id);
        if (!evaluation.status().ended()) {
            evaluation.cancelled(clock.instant());
            events.publishEvent(new EvaluationEvent.Cancelled(id));
        }
    }

    /// @param reason  a slug
    @Transactional
    public void staleFor(ModelVersionId model, String reason) {
        for (Evaluation evaluation : evaluations.findByModelVersionIdOrderByCreatedAtDesc(model.value())) {
            if (!evaluation.status().ended()) {
                evaluation.job().ifPresent(job -> jobs.cancel(job, "cancel-requested"));
            }
            if (evaluation.becomesStale(reason)) {
                events.publishEvent(new EvaluationEvent.MarkedStale(evaluation.id(), model));
            }
        }
    }

    private Evaluation require(EvaluationId id) {
        return evaluations.findById(id.value()).orElseThrow(() -> new EvaluationNotFound(id));
    }
}
