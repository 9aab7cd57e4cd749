package dev.facewright.platform.models;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.Split;
import dev.facewright.platform.models.ModelProblem.ModelQuarantined;
import dev.facewright.platform.models.ModelProblem.WeightsDamaged;
import dev.facewright.platform.models.ModelVersion.ModelStatus;
import dev.facewright.platform.models.ModelWeights.StoredWeights;
import dev.facewright.platform.models.NewModelVersion.ModelFacts;
import dev.facewright.platform.models.Protocol.FoldedVerification;
import dev.facewright.platform.models.Protocol.FoldedVerification.Embedding;
import dev.facewright.platform.models.Protocol.LastEpoch;
import dev.facewright.platform.models.Protocol.LastEpoch.Learning;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.ObjectStore.ListedObject;
import dev.facewright.platform.storage.StorageProblem.ObjectNotFound;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@FacewrightTest
class ModelRegistryTest {
    private final ModelRegistry models;
    private final ModelLineage lineage;
    private final ModelVersionRepository rows;
    private final ObjectStore store;
    private final People people;
    private final SealedData data;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final TestSession session;

    ModelRegistryTest(
            ModelRegistry models,
            ModelLineage lineage,
            ModelVersionRepository rows,
            ObjectStore store,
            ConsentLedger ledger,
            Subjects subjects,
            Datasets datasets,
            Clock clock,
            TransactionTemplate transactions,
            TestSession session) {
        this.models = models;
        this.lineage = lineage;
        this.rows = rows;
        this.store = store;
        this.people = new People(ledger, subjects, clock);
        this.data = new SealedData(datasets, people);
        this.clock = clock;
        this.transactions = transactions;
        this.session = session;
    }

    @Test
    void aRegisteredModelComesBackAsItWas() {
        var sealed = data.sealed(2, 2);
        NewModelVersion given = trainedOn(sealed.version(), null);
        ModelVersionId id = models.register(given);
        assertThat(models.load(id)).isEqualTo(given.weights());
        assertThat(models.get(id)).satisfies(model -> {
            assertThat(model.origin()).isEqualTo(given.origin());
            assertThat(model.facts()).isEqualTo(given.facts());
            assertThat(model.metrics()).isEqualTo(given.metrics());
            assertThat(model.status()).isEqualTo(ModelStatus.ACTIVE);
        });
    }

    @Test
    void withdrawingConsentQuarantinesEveryModelTrainedOnTheSubject() {
        var withdrawn = data.sealed(2, 2);
        var other = data.sealed(2, 2);
        ModelVersionId direct = models.register(trainedOn(withdrawn.version(), null));
        ModelVersionId child = models.register(trainedOn(other.version(), direct));
        ModelVersionId grandchild = models.register(trainedOn(other.version(), child));
        ModelVersionId apart = models.register(trainedOn(other.version(), null));
        assertThat(lineage.carrying(withdrawn.version())).containsExactly(direct, child, grandchild);
        assertThat(lineage.data(grandchild))
                .containsExactlyInAnyOrder(
                        new CarriedVersion(withdrawn.version(), CarriedVersion.Use.TRAINED_ON, false),
                        CarriedVersion.trainedOn(other.version()));
        assertThat(lineage.ancestors(grandchild))
                .allSatisfy(ancestor -> assertThat(ancestor.metrics()).isEmpty())
                .extracting(ModelVersion::id)
                .containsExactly(child, direct);

        people.withdraws(withdrawn.people().getFirst());
        eventually(() -> assertThat(List.of(direct, child, grandchild))
                .allSatisfy(id -> assertThat(models.get(id).status()).isEqualTo(ModelStatus.QUARANTINED)));
        assertThat(models.get(apart).status()).isEqualTo(ModelStatus.ACTIVE);
        assertThat(models.get(child).quarantineReason()).isEqualTo("dataset-version-revoked");
        assertThatThrownBy(() -> models.load(child)).isInstanceOf(ModelQuarantined.class);
        assertThatThrownBy(() -> models.requireUsable(direct)).isInstanceOf(ModelQuarantined.class);
        assertThatThrownBy(() -> models.register(trainedOn(other.version(), child)))
                .isInstanceOf(ModelQuarantined.class);
    }

    @Test
    void dataOfAnyUseIsFollowedWhateverTheOriginIs() {
        var withdrawn = data.sealed(2, 2);
        ModelVersionId calibrated = stored(CarriedVersion.calibratedOn(withdrawn.version()));
        ModelVersionId distilled = stored(CarriedVersion.distilledFrom(withdrawn.version()));
        ModelVersionId child = models.register(trainedOn(data.sealed(2, 2).version(), calibrated));
        assertThat(lineage.carrying(withdrawn.version())).containsExactly(calibrated, distilled, child);
        assertThat(session.as(Role.COMPLIANCE)
                        .page("/models/" + child)
                        .expect(200)
                        .text())
                .contains("Calibration", "of a model it goes on from");

        people.withdraws(withdrawn.people().getFirst());
        eventually(() -> assertThat(List.of(calibrated, distilled, child))
                .allSatisfy(id -> assertThat(models.get(id).quarantineReason()).isEqualTo("dataset-version-revoked")));
        assertThatThrownBy(() -> models.register(trainedOn(
                        data.sealed(2, 2).version(), stored(CarriedVersion.calibratedOn(withdrawn.version())))))
                .isInstanceOf(ModelQuarantined.class);
    }

    @Test
    void nothingIsRegisteredOnceSomeoneInItsDataHasWithdrawn() {
        var sealed = data.sealed(2, 2);
        people.withdraws(sealed.people().getFirst());
        NewModelVersion learnt = trainedOn(sealed.version(), null);
        assertThatThrownBy(() -> models.register(learnt)).hasMessageContaining("dataset-version-revoked");
        assertThat(lineage.carrying(sealed.version())).isEmpty();
    }

    @Test
    void whatIsRolledBackLeavesNoWeights() {
        ModelVersionId id = transactions.execute(transaction -> {
            ModelVersionId registered = models.register(imported());
            assertThat(objects(registered)).hasSize(1);
            transaction.setRollbackOnly();
            return registered;
        });
        assertThat(objects(id)).isEmpty();
    }

    @Test
    void theSameWeightsAreKeptForEachVersionThatHasThem() {
        NewModelVersion given = imported();
        ModelVersionId first = models.register(given);
        ModelVersionId second = models.register(given);

        objects(first).forEach(store::delete);

        assertThatThrownBy(() -> models.load(first)).isInstanceOf(ObjectNotFound.class);
        assertThat(models.load(second)).isEqualTo(given.weights());
    }

    private List<ObjectKey> objects(ModelVersionId id) {
        try (var listed = store.list(ObjectOwner.model(id.value()))) {
            return listed.map(ListedObject::key).toList();
        }
    }

    @Test
    void aModelRegisteredDuringAWithdrawalCannotSlipPast() {
        var sealed = data.sealed(2, 2);
        ModelVersionId id = transactions.execute(transaction -> {
            ModelVersionId registered = models.register(trainedOn(sealed.version(), null));
            // Long enough for the withdrawal to run its whole course, if nothing held it back.
            waitAtMost(
                    1500,
                    CompletableFuture.runAsync(
                            () -> people.withdraws(sealed.people().getFirst())));
            return registered;
        });
        eventually(() -> assertThat(models.get(id).status()).isEqualTo(ModelStatus.QUARANTINED));
    }

    @Test
    void damagedWeightsAreNotGivenOut() {
        ModelVersionId id = models.register(imported());
        store.put(rows.findById(id.value()).orElseThrow().weights().key(), new byte[] {1}, "application/octet-stream");
        assertThatThrownBy(() -> models.load(id)).isInstanceOf(WeightsDamaged.class);
    }

    @Test
    void aFigureMeasuredAgainTakesThePlaceOfTheOlder() {
        ModelVersionId id = models.register(imported());
        BenchmarkId benchmark = BenchmarkId.random();
        BenchmarkId another = BenchmarkId.random();
        models.addMetric(id, accuracy(benchmark, "LFW", 0.9));
        models.addMetric(id, accuracy(another, "another", 0.8));
        models.addMetric(id, accuracy(benchmark, "LFW, by another name", 0.95));
        assertThat(models.get(id).metrics())
                .containsExactlyInAnyOrder(
                        accuracy(benchmark, "LFW, by another name", 0.95), accuracy(another, "another", 0.8));
    }

    @Test
    void theLineageIsThereForServices() {
        var sealed = data.sealed(2, 2);
        ModelVersionId base = models.register(trainedOn(sealed.version(), null));
        ModelVersionId id = models.register(trainedOn(sealed.version(), base));
        var lineage = session.as(Role.COMPLIANCE)
                .get("/api/v1/models/" + id + "/lineage")
                .expect(200)
                .json();
        assertThat(lineage.at("/model/origin/kind").asString()).isEqualTo("trained");
        assertThat(lineage.at("/model/origin/recipe/epochs").asInt()).isEqualTo(1);
        assertThat(lineage.at("/ancestors/0/id").asString()).isEqualTo(base.toString());
        assertThat(lineage.at("/datasetVersions/0/manifestHash").asString()).hasSize(64);
        assertThat(lineage.path("datasetVersions")).hasSize(1);
        assertThat(lineage.at("/data/0/use").asString()).isEqualTo("TRAINED_ON");
        assertThat(lineage.at("/data/0/direct").asBoolean()).isTrue();
    }

    @Test
    void anEngineerTakesAModelOutOfUseForGood() {
        ModelVersionId id = models.register(imported());
        var engineer = session.as(Role.ML_ENGINEER);
        session.as(Role.DATA_OWNER)
                .post("/api/v1/models/" + id + "/quarantine", Map.of("reason", "DEFECT"))
                .expect(403);
        engineer.post("/api/v1/models/" + id + "/quarantine", Map.of("reason", "DEFECT"))
                .expect(200);
        engineer.post("/api/v1/models/" + id + "/quarantine", Map.of("reason", "LICENCE"))
                .expect(200);
        assertThat(models.get(id).quarantineReason()).isEqualTo("defect");
        assertThat(engineer.page("/models/" + id).expect(200).text()).contains("Quarantined", "It has a defect.");
    }

    @Test
    void pagesShowTheModelAndItsData() {
        var sealed = data.sealed(2, 2);
        ModelVersionId id = models.register(trainedOn(sealed.version(), null));
        var reader = session.as(Role.DATA_OWNER);
        assertThat(reader.page("/models").expect(200).text()).contains("/models/" + id);
        assertThat(reader.page("/models/" + id).expect(200).text())
                .contains("training-loss", "last epoch", "/evaluations/of-model/" + id, "0.1.0-test")
                .doesNotContain("Take out of use");
    }

    /// A model brings all its figures, each with its protocol.
    @Test
    void aListIsNeverLongerThanWhatIsReadAtOnce() {
        var engineer = session.as(Role.ML_ENGINEER);
        engineer.get("/api/v1/models?size=25").expect(200);
        engineer.get("/api/v1/models?size=26").expect(422);
    }

    @Test
    void anUnknownModelIsNotThere() {
        var answer = session.as(Role.ML_ENGINEER).get("/api/v1/models/" + UUID.randomUUID());
        assertThat(answer.expect(404).problem()).isEqualTo("model-not-found");
    }

    /// As a model of an origin that says of itself that it carries this: lineage knows no more of origins.
    private ModelVersionId stored(CarriedVersion carried) {
        ModelVersionId id = ModelVersionId.random();
        var weights = StoredWeights.of("models/none", "0".repeat(64), 1, null);
        rows.save(new ModelVersionRow(id, imported(), Line.of(List.of(carried), List.of()), weights, clock.instant()));
        return id;
    }

    private static NewModelVersion trainedOn(DatasetVersionId version, @Nullable ModelVersionId start) {
        var origin = new Origin.Trained(
                UUID.randomUUID(),
                version,
                start,
                "{\"epochs\": 1}",
                7,
                false,
                "0.1.0-test",
                Map.of("pytorch", "2.7.1"));
        var protocol = new LastEpoch(new Sample.Images(version, Split.TRAIN), Learning.SUPERVISED, null, false);
        return model(origin, List.of(ModelMetric.of(Quantity.TRAINING_LOSS, protocol, 1.5)));
    }

    private static ModelMetric accuracy(BenchmarkId benchmark, String name, double value) {
        var on = new Sample.Benchmark(benchmark, name);
        return ModelMetric.of(
                Quantity.VERIFICATION_ACCURACY, new FoldedVerification(on, 10, Embedding.FLIP_SUM, null), value);
    }

    private static NewModelVersion imported() {
        return model(new Origin.Imported("a test", "0".repeat(64), "none", "ARCFACE", ""), List.of());
    }

    private static NewModelVersion model(Origin origin, List<ModelMetric> metrics) {
        byte[] weights = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        return new NewModelVersion("model", weights, new ModelFacts("tiny", 8, 10, 2_000_000), origin, metrics);
    }

    private static void waitAtMost(long millis, CompletableFuture<Void> work) {
        try {
            work.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException heldBack) {
            assertThat(work).isNotDone();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
