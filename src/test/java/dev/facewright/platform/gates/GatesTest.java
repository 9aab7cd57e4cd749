package dev.facewright.platform.gates;

import static dev.facewright.platform.Eventually.eventually;
import static dev.facewright.platform.consent.People.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestFile;
import dev.facewright.platform.TestResponse;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.benchmarks.TinyBenchmark;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetProblem.DatasetVersionRevokedProblem;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.datasets.SealedCrops;
import dev.facewright.platform.datasets.Split;
import dev.facewright.platform.evaluation.TinyModel;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The faults that would leave a gate open: the server that took the withdrawal died at its commit and nobody was told
/// of it, or no server has looked at the clock yet.
@FacewrightTest
class GatesTest {
    private final Scene scene;
    private final Datasets datasets;
    private final ModelRegistry models;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final TestClient engineer;
    private final TestClient owner;

    GatesTest(
            Scene scene,
            Datasets datasets,
            ModelRegistry models,
            JdbcClient jdbc,
            TestClock clock,
            TestSession session) {
        this.scene = scene;
        this.datasets = datasets;
        this.models = models;
        this.jdbc = jdbc;
        this.clock = clock;
        this.engineer = session.as(Role.ML_ENGINEER);
        this.owner = session.as(Role.DATA_OWNER);
    }

    /// A model, another that went on from it, and all that was made of the second.
    private record Made(
            SubjectId person,
            DatasetId dataset,
            DatasetVersionId version,
            SealedCrops crops,
            ModelVersionId parent,
            ModelVersionId model,
            String benchmark,
            String evaluation,
            String export) {}

    @Test
    void aWithdrawalThatNobodyHeardOfShutsEverythingAtOnce() {
        Made made = made(scene.someone());
        assertOpen(made);

        People.withdrawsUnheard(jdbc, made.person());

        assertShut(made);
    }

    @Test
    void aConsentThatRanOutShutsEverythingAtThatMoment() {
        Made made = made(scene.people().whoAgreesFor(Duration.ofHours(9), to(Purpose.TRAINING)));
        assertOpen(made);

        clock.advance(Duration.ofHours(9));

        assertShut(made);
    }

    @Test
    void aLaterConsentRevivesNothing() {
        Made made = made(scene.someone());
        People.withdrawsUnheard(jdbc, made.person());

        scene.people().alsoAgrees(made.person(), to(Purpose.TRAINING));

        assertShut(made);
    }

    @Test
    void aConsentGivenBeforeTheOldOneEndedIsForVersionsSealedAnew() {
        Made made = made(scene.someone());
        var renewed = scene.people().alsoAgrees(made.person(), to(Purpose.TRAINING));
        DatasetVersionId anew = scene.sealed(made.dataset());

        scene.people().withdraws(made.person());

        assertShut(made);
        datasets.requireUsable(anew, Purpose.TRAINING);
        assertThat(datasets.open(anew, Split.TRAIN, Purpose.TRAINING).size()).isPositive();
        scene.people().withdraws(made.person(), renewed);
        assertThatThrownBy(() -> datasets.requireUsable(anew, Purpose.TRAINING))
                .isInstanceOf(DatasetVersionRevokedProblem.class);
    }

    @Test
    void anErasureThatBeganShutsEverything() {
        Made made = made(scene.someone());
        jdbc.sql("update data_subject set erasure_started_at = now() where id = ?")
                .param(made.person().value())
                .update();
        assertShut(made);
    }

    @Test
    void theDatabaseOpensNoGateAgain() {
        Made made = made(scene.someone());
        for (String change : new String[] {
            "update dataset_version_term set live_until = 'infinity' where version_id = ?",
            "delete from dataset_version_term where version_id = ?"
        }) {
            People.withdrawsUnheard(jdbc, made.person());
            assertThatThrownBy(
                            () -> jdbc.sql(change).param(made.version().value()).update())
                    .as(change)
                    .isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(() -> jdbc.sql("truncate dataset_version_term").update())
                .isInstanceOf(RuntimeException.class);
    }

    private void assertOpen(Made made) {
        datasets.requireUsable(made.version(), Purpose.TRAINING);
        read(made.crops());
        models.requireUsable(made.model());
        engineer.get("/api/v1/exports/" + made.export() + "/bundle").expect(200);
        engineer.get("/api/v1/evaluations/" + made.evaluation() + "/scores").expect(200);
        assertThat(choices()).contains(made.version().toString());
        assertThat(engineer.page("/evaluations/new").text())
                .contains(made.model().toString());
    }

    private void assertShut(Made made) {
        assertThatThrownBy(() -> read(made.crops())).isInstanceOf(DatasetVersionRevokedProblem.class);
        refused("bundle-withdrawn", engineer.get("/api/v1/exports/" + made.export() + "/bundle"));
        assertThat(engineer.page("/exports/" + made.export() + "/bundle").status())
                .isEqualTo(409);
        for (ModelVersionId model : new ModelVersionId[] {made.parent(), made.model()}) {
            refused("model-quarantined", engineer.post("/api/v1/exports", Map.of("model", model.toString())));
            refused("model-quarantined", evaluate(model, made.benchmark()));
            refused("model-quarantined", train(scene.sealed(scene.datasetOf(scene.someone(), scene.someone())), model));
            assertThatThrownBy(() -> models.load(model)).hasMessageContaining("model-quarantined");
        }
        refused("model-quarantined", engineer.get("/api/v1/evaluations/" + made.evaluation() + "/scores"));
        refused("dataset-version-revoked", train(made.version(), null));
        assertThat(owner.get("/api/v1/dataset-versions/" + made.version() + "/manifest")
                        .status())
                .isEqualTo(409);
        assertShown(made);
    }

    /// As pages and REST tell it, which nobody has told them.
    private void assertShown(Made made) {
        assertThat(told("/api/v1/models/" + made.model(), "status")).isEqualTo("QUARANTINED");
        assertThat(told("/api/v1/exports/" + made.export(), "status")).isEqualTo("WITHDRAWN");
        assertThat(told("/api/v1/evaluations/" + made.evaluation(), "staleReason"))
                .isNotEmpty();
        assertThat(datasets.version(made.version()).status().name()).isEqualTo("REVOKED");
        assertThat(engineer.page("/models/" + made.model()).expect(200).text()).contains("Quarantined");
        assertThat(engineer.page("/exports/" + made.export()).expect(200).text())
                .contains("withdrawn")
                .doesNotContain("/bundle\"");
        assertThat(engineer.page("/evaluations/" + made.evaluation())
                        .expect(200)
                        .text())
                .contains("This report is stale");
        assertThat(owner.page("/datasets/" + made.dataset() + "/versions/" + made.version())
                        .expect(200)
                        .text())
                .contains("Nothing may be made from this version any more");
        assertThat(engineer.page("/models").text()).contains("Quarantined");
        assertThat(choices()).doesNotContain(made.version().toString());
        assertThat(engineer.page("/evaluations/new").text())
                .doesNotContain(made.model().toString());
    }

    private void refused(String problem, TestResponse answer) {
        assertThat(answer.expect(409).problem()).isEqualTo(problem);
    }

    private String choices() {
        return engineer.page("/runs/new").expect(200).text();
    }

    private String told(String path, String field) {
        return engineer.get(path).expect(200).json().path(field).asString("");
    }

    private Made made(SubjectId person) {
        DatasetId dataset = scene.datasetOf(person, scene.someone());
        DatasetVersionId version = scene.sealed(dataset);
        ModelVersionId parent = TinyModel.trainedOn(models, version, null);
        DatasetVersionId others = scene.sealed(scene.datasetOf(scene.someone(), scene.someone()));
        ModelVersionId model = TinyModel.trainedOn(models, others, parent);
        String benchmark = benchmark();
        String evaluation = evaluate(model, benchmark).expect(201).createdId();
        String export = engineer.post("/api/v1/exports", Map.of("model", model.toString()))
                .expect(201)
                .createdId();
        eventually(() ->
                assertThat(told("/api/v1/evaluations/" + evaluation, "status")).isEqualTo("SUCCEEDED"));
        eventually(() -> assertThat(told("/api/v1/exports/" + export, "status")).isEqualTo("READY"));
        SealedCrops crops = datasets.open(version, Split.TRAIN, Purpose.TRAINING);
        return new Made(person, dataset, version, crops, parent, model, benchmark, evaluation, export);
    }

    private TestResponse evaluate(ModelVersionId model, String benchmark) {
        return engineer.post("/api/v1/evaluations", Map.of("model", model.toString(), "benchmark", benchmark));
    }

    private TestResponse train(DatasetVersionId version, @Nullable ModelVersionId from) {
        Map<String, Object> run = from == null
                ? Map.of("name", "refused", "dataset", version.toString())
                : Map.of("name", "refused", "dataset", version.toString(), "startFrom", from.toString());
        return engineer.post("/api/v1/runs", run);
    }

    private String benchmark() {
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
        eventually(() -> assertThat(told("/api/v1/benchmarks/" + id, "status")).isEqualTo("READY"));
        return id;
    }

    private static void read(SealedCrops crops) {
        byte[] pixels = new byte[112 * 112 * 3];
        for (int i = 0; i < crops.size(); i++) {
            crops.read(i, pixels);
        }
    }
}
