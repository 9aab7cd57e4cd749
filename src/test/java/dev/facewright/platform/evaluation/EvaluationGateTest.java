package dev.facewright.platform.evaluation;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.benchmarks.LegalBasis;
import dev.facewright.platform.benchmarks.NewBenchmark;
import dev.facewright.platform.benchmarks.TinyBenchmark;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.models.ModelProblem.ModelQuarantined;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.storage.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A worker in the middle of an evaluation, its weights in memory, while nobody hears of a withdrawal.
@FacewrightTest
class EvaluationGateTest {
    private final BenchmarkScoring scoring;
    private final Benchmarks benchmarks;
    private final ModelRegistry models;
    private final Scene scene;
    private final ObjectStore store;
    private final JdbcClient jdbc;

    EvaluationGateTest(
            BenchmarkScoring scoring,
            Benchmarks benchmarks,
            ModelRegistry models,
            Scene scene,
            ObjectStore store,
            JdbcClient jdbc) {
        this.scoring = scoring;
        this.benchmarks = benchmarks;
        this.models = models;
        this.scene = scene;
        this.store = store;
        this.jdbc = jdbc;
    }

    @Test
    void scoringStopsOnceTheModelRestsOnAnEndedConsent() throws IOException {
        SubjectId alice = scene.someone();
        ModelVersionId model = TinyModel.trainedOn(models, scene.sealed(scene.datasetOf(alice, scene.someone())), null);
        EvaluationId id = EvaluationId.random();
        var work = new EvaluationRecords.Work(id, model, benchmark(), EvaluationOptions.DEFAULT);

        assertThatThrownBy(() -> scoring.score(work, () -> {
                    People.withdrawsUnheard(jdbc, alice);
                    return false;
                }))
                .isInstanceOf(ModelQuarantined.class);

        assertThat(store.exists(ScoreFiles.key(id))).isFalse();
    }

    private BenchmarkId benchmark() throws IOException {
        var described = new NewBenchmark("tiny " + UUID.randomUUID(), LegalBasis.SYNTHETIC, "drawn", "a test", "none");
        BenchmarkId id =
                benchmarks.upload(described, new ByteArrayInputStream(TinyBenchmark.archive()), TinyBenchmark.pairs());
        eventually(() -> assertThat(benchmarks.get(id).ready()).isTrue());
        return id;
    }
}
