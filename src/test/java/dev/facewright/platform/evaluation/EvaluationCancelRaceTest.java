package dev.facewright.platform.evaluation;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.benchmarks.LegalBasis;
import dev.facewright.platform.benchmarks.NewBenchmark;
import dev.facewright.platform.benchmarks.TinyBenchmark;
import dev.facewright.platform.evaluation.RunEvaluationHandler.RunEvaluation;
import dev.facewright.platform.jobs.CancelRace;
import dev.facewright.platform.jobs.JobsByHand;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@FacewrightTest
record EvaluationCancelRaceTest(
        CancelRace race,
        JobsByHand jobs,
        RunEvaluationHandler handler,
        EvaluationRepository rows,
        EvaluationRecords records,
        Evaluations evaluations,
        Benchmarks benchmarks,
        ModelRegistry models,
        Clock clock) {
    @Test
    void oneMayBeCancelledWhileItBeginsOrEnds() throws IOException {
        ModelVersionId model = TinyModel.register(models, "cancelled");
        BenchmarkId benchmark = benchmark();
        EvaluationId first = unqueued(model, benchmark);
        race.meetsTheBeginning(handler, new RunEvaluation(first), () -> evaluations.cancel(first));
        EvaluationId second = unqueued(model, benchmark);
        race.meetsTheEnd(handler, new RunEvaluation(second), () -> evaluations.cancel(second));
        EvaluationId third = unqueued(model, benchmark);
        race.meetsTheEnd(handler, new RunEvaluation(third), () -> records.staleFor(model, "model-quarantined"));
    }

    private EvaluationId unqueued(ModelVersionId model, BenchmarkId benchmark) {
        EvaluationId id = EvaluationId.random();
        var row = new Evaluation(id, model, benchmarks.get(benchmark), EvaluationOptions.DEFAULT, clock.instant());
        row.life().queuedAs(jobs.unqueued(RunEvaluationHandler.TYPE));
        rows.saveAndFlush(row);
        return id;
    }

    private BenchmarkId benchmark() throws IOException {
        BenchmarkId id = benchmarks.upload(
                new NewBenchmark("raced " + UUID.randomUUID(), LegalBasis.SYNTHETIC, "drawn", "a test", "none"),
                new ByteArrayInputStream(TinyBenchmark.archive()),
                TinyBenchmark.pairs());
        eventually(() -> assertThat(benchmarks.get(id).ready()).isTrue());
        return id;
    }
}
