package dev.facewright.platform.evaluation;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestFile;
import dev.facewright.platform.TestResponse;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.audit.AuditLog;
import dev.facewright.platform.audit.AuditQuery;
import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.TinyBenchmark;
import dev.facewright.platform.models.ModelMetric;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@FacewrightTest
class EvaluationFlowTest {
    private final TestClient engineer;
    private final ModelRegistry models;
    private final Evaluations evaluations;
    private final AuditLog audit;
    private final TransactionTemplate transactions;

    EvaluationFlowTest(
            TestSession session,
            ModelRegistry models,
            Evaluations evaluations,
            AuditLog audit,
            TransactionTemplate transactions) {
        this.engineer = session.as(Role.ML_ENGINEER);
        this.models = models;
        this.evaluations = evaluations;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Test
    void aModelIsScoredOnEveryPairFoldByFold() throws IOException {
        ModelVersionId model = TinyModel.register(models, "scored");
        String evaluation =
                start(model, readyBenchmark(), List.of(0.25, 0.0001)).createdId();

        JsonNode report = succeeded(evaluation).path("report");
        JsonNode listed =
                engineer.get("/api/v1/evaluations?model=" + model).json().at("/items/0/report");
        assertThat(listed.path("meanAccuracy")).isEqualTo(report.path("meanAccuracy"));
        assertThat(listed.path("folds")).isEqualTo(report.path("folds"));
        assertThat(listed.path("curve")).isEmpty();
        assertThat(listed.at("/histogram/genuine")).isEmpty();
        assertThat(report.path("curve")).isNotEmpty();
        assertThat(report.at("/histogram/genuine")).isNotEmpty();

        assertThat(report.path("pairs").asInt()).isEqualTo(TinyBenchmark.PAIRS);
        assertThat(report.path("folds")).hasSize(2);
        assertThat(report.path("meanAccuracy").asDouble()).isEqualTo(1.0, within(1e-9));
        assertThat(report.path("areaUnderCurve").asDouble()).isEqualTo(1.0, within(1e-9));
        assertThat(report.path("kind").asString()).isEqualTo("verification");
        assertThat(report.path("protocol").asString())
                .endsWith(": the LFW View 2 procedure over 2 folds as given, never shuffled, threshold chosen on the"
                        + " other folds; cosine of the sum of the embeddings of a crop and its mirror image, on"
                        + " crops of 112x112 pixels; aligned before they were uploaded");
        List<String> scores = scores(evaluation);
        assertThat(scores).hasSize(1 + TinyBenchmark.PAIRS).startsWith("pair,fold,genuine,score");
        assertThat(scores.get(1)).startsWith("1,1,1,0.9");
    }

    @Test
    void aRateThatTheImpostorsCannotSupportIsRefusedWithTheReason() {
        ModelVersionId model = TinyModel.register(models, "refused rate");
        String evaluation =
                start(model, readyBenchmark(), List.of(0.25, 0.0001)).createdId();

        JsonNode rates = succeeded(evaluation).path("report").path("acceptRates");

        assertThat(rates.get(0).path("trueAcceptRate").asDouble()).isEqualTo(1.0, within(1e-9));
        assertThat(rates.get(1).path("trueAcceptRate").isNull()).isTrue();
        assertThat(rates.get(1).path("refusal").asString()).contains("8");
        assertThat(engineer.page("/evaluations/" + evaluation).expect(200).text())
                .contains("1e-4", "needs 10,000 impostor pairs or more; the benchmark has 8");
    }

    @Test
    void theFiguresBecomeMetricsOfTheModelWithTheirProtocol() {
        ModelVersionId model = TinyModel.register(models, "metrics");
        succeeded(start(model, readyBenchmark(), List.of(0.25)).createdId());

        assertThat(models.get(model).metrics())
                .extracting(ModelMetric::name)
                .contains("verification-accuracy", "area-under-curve", "equal-error-rate", "true-accept-rate-at-0.25");
        JsonNode rate = engineer.get("/api/v1/models/" + model).json().at("/metrics/2");
        assertThat(rate.path("name").asString()).isEqualTo("true-accept-rate-at-0.25");
        assertThat(rate.path("protocol").asString()).contains("threshold chosen on the other folds", "mirror image");
        assertThat(rate.at("/id/quantity").asString()).isEqualTo("true-accept-rate");
        assertThat(rate.at("/id/at/rate").asDouble()).isEqualTo(0.25);
        assertThat(rate.at("/id/protocol/kind").asString()).isEqualTo("folded-verification");
        assertThat(rate.at("/id/protocol/folds").asInt()).isEqualTo(2);
    }

    @Test
    void thePageShowsChartsFoldsAndTheScoresToDownload() {
        ModelVersionId model = TinyModel.register(models, "page");
        String evaluation = start(model, readyBenchmark(), List.of(0.25)).createdId();
        succeeded(evaluation);

        String page = engineer.page("/evaluations/" + evaluation).expect(200).text();

        assertThat(page)
                .contains(
                        "data-chart=\"line\"",
                        "data-chart=\"histogram\"",
                        "100.00 %",
                        "/evaluations/" + evaluation + "/scores");
        assertThat(page).doesNotContain("style=").contains("folds as given, never shuffled");
        assertThat(engineer.get("/evaluations/of-model/" + model).expect(200).text())
                .contains("/evaluations/" + evaluation);
        try {
            assertThat(engineer.page("/evaluations/" + evaluation + "?lang=zh").text())
                    .contains("2 折保持原样、不打乱", "人脸图与其镜像的特征之和的余弦")
                    .doesNotContain("lang=\"en\" id=\"protocol\"", "folds as given");
            assertThat(engineer.page("/models/" + model).text())
                    .contains("2 折保持原样、不打乱")
                    .doesNotContain("<span lang=\"en\"");
        } finally {
            engineer.page("/evaluations?lang=en");
        }
    }

    @Test
    void aQuarantineMakesTheReportStale() {
        ModelVersionId model = TinyModel.register(models, "stale");
        String evaluation = start(model, readyBenchmark(), List.of(0.25)).createdId();
        succeeded(evaluation);

        models.quarantine(model, "manual");

        eventually(() ->
                assertThat(engineer.page("/evaluations/" + evaluation).text()).contains("This report is stale"));
    }

    @Test
    void aQuarantinedModelIsNotScored() {
        ModelVersionId model = TinyModel.register(models, "quarantined");
        String benchmark = readyBenchmark();
        models.quarantine(model, "manual");

        TestResponse refusal = start(model, benchmark, List.of(0.25));

        assertThat(refusal.expect(409).problem()).isEqualTo("model-quarantined");
    }

    @Test
    void whoCancelsAnEvaluationIsOnRecord() {
        ModelVersionId model = TinyModel.register(models, "stopped");
        BenchmarkId benchmark = BenchmarkId.of(readyBenchmark());

        EvaluationId evaluation = transactions.execute(transaction -> {
            EvaluationId queued = evaluations.start(model, benchmark, new EvaluationOptions(false, List.of(0.25)));
            evaluations.cancel(queued);
            return queued;
        });

        var query = new AuditQuery("evaluation.cancelled", null, String.valueOf(evaluation), null, null);
        assertThat(audit.search(query, 0, 10).total()).isEqualTo(1);
    }

    @Test
    void ratesOutsideZeroAndOneAreRefused() {
        ModelVersionId model = TinyModel.register(models, "rates");
        String benchmark = readyBenchmark();

        assertThat(start(model, benchmark, List.of(1.5)).problem()).isEqualTo("false-accept-rates-refused");
        TestResponse form = engineer.form(
                "/evaluations",
                Map.of("model", model.toString(), "benchmark", benchmark, "falseAcceptRates", "0.01, one percent"));
        assertThat(form.expect(422).text()).contains("0.01, one percent", "each above 0 and below 1");
    }

    private String readyBenchmark() {
        String id = engineer.upload(
                        "/api/v1/benchmarks",
                        Map.of(
                                "name", "tiny " + UUID.randomUUID(),
                                "legalBasis", "SYNTHETIC",
                                "legalBasisNote", "drawn by a test",
                                "source", "a test",
                                "licence", "none"),
                        new TestFile("archive", "tiny.zip", TinyBenchmark.archive()),
                        new TestFile("pairs", "pairs.txt", TinyBenchmark.pairs().getBytes(StandardCharsets.UTF_8)))
                .expect(201)
                .createdId();
        eventually(() -> assertThat(engineer.get("/api/v1/benchmarks/" + id)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("READY"));
        return id;
    }

    private TestResponse start(ModelVersionId model, String benchmark, List<Double> rates) {
        return engineer.post(
                "/api/v1/evaluations",
                Map.of("model", model.toString(), "benchmark", benchmark, "falseAcceptRates", rates));
    }

    private JsonNode succeeded(String evaluation) {
        eventually(() -> assertThat(engineer.get("/api/v1/evaluations/" + evaluation)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("SUCCEEDED"));
        return engineer.get("/api/v1/evaluations/" + evaluation).json();
    }

    private List<String> scores(String evaluation) throws IOException {
        TestResponse file =
                engineer.get("/api/v1/evaluations/" + evaluation + "/scores").expect(200);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(file.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
