package dev.facewright.platform.export;

import static dev.facewright.platform.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestResponse;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.audit.AuditLog;
import dev.facewright.platform.audit.AuditQuery;
import dev.facewright.platform.evaluation.TinyModel;
import dev.facewright.platform.models.ModelEvent;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@FacewrightTest
class ExportFlowTest {
    private final TestClient engineer;
    private final ModelRegistry models;
    private final ExportBundles exports;
    private final ExportRecords records;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final ObjectStore store;
    private final ApplicationEventPublisher events;

    ExportFlowTest(
            TestSession session,
            ModelRegistry models,
            ExportBundles exports,
            ExportRecords records,
            AuditLog audit,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            ObjectStore store,
            ApplicationEventPublisher events) {
        this.engineer = session.as(Role.ML_ENGINEER);
        this.models = models;
        this.exports = exports;
        this.records = records;
        this.audit = audit;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.store = store;
        this.events = events;
    }

    @Test
    void theBundleIsWhatTheRowSaysFileByFile() throws IOException {
        String export = ready(TinyModel.register(models, "bundled"));
        JsonNode view = engineer.get("/api/v1/exports/" + export).json();

        TestResponse bundle =
                engineer.get("/api/v1/exports/" + export + "/bundle").expect(200);

        assertThat(Sha256.hex(bundle.body())).isEqualTo(view.path("sha256").asString());
        assertThat(bundle.header("Repr-Digest"))
                .isEqualTo("sha-256=:"
                        + Base64.getEncoder()
                                .encodeToString(HexFormat.of()
                                        .parseHex(view.path("sha256").asString()))
                        + ":");
        assertThat(bundle.header("Content-Length")).isEqualTo(view.path("bytes").asString());
        Map<String, String> hashes = hashes(bundle.body());
        assertThat(hashes).containsKeys("model.onnx", "manifest.json", "README.md");
        view.path("files").forEachEntry((file, hash) -> assertThat(hashes).containsEntry(file, hash.asString()));
        assertThat(view.path("maximumDifference").asDouble()).isLessThan(1e-4);
        assertThat(view.path("latency").path("millis").asDouble()).isPositive();
    }

    @Test
    void inTheStoreABundleIsEncryptedAndOneOfBeforeComesToBe() throws IOException {
        String export = ready(TinyModel.register(models, "sealed bundle"));
        byte[] zip = engineer.get("/api/v1/exports/" + export + "/bundle")
                .expect(200)
                .body();
        ObjectKey sealed = key(export);
        assertThat(store.get(sealed)).isNotEqualTo(zip);
        ObjectKey plain = ObjectKey.of(ObjectOwner.export(UUID.fromString(export)), "bundle.zip");
        store.put(plain, zip, "application/zip");
        jdbc.sql("update export_bundle set plain = true, data_key = null, bundle_key = ? where id = ?")
                .params(plain.value(), UUID.fromString(export))
                .update();
        assertThat(engineer.get("/api/v1/exports/" + export + "/bundle")
                        .expect(200)
                        .body())
                .isEqualTo(zip);

        records.seal(ExportId.of(export));

        assertThat(key(export)).isEqualTo(sealed);
        assertThat(store.get(sealed)).isNotEqualTo(zip);
        assertThat(engineer.get("/api/v1/exports/" + export + "/bundle")
                        .expect(200)
                        .body())
                .isEqualTo(zip);
    }

    @Test
    void aBundleGoesWithTheWeightsOfItsModel() {
        ModelVersionId model = TinyModel.register(models, "destroyed bundle");
        String export = ready(model);
        ObjectKey key = key(export);
        UUID dataKey = jdbc.sql("select data_key from export_bundle where id = ?")
                .param(UUID.fromString(export))
                .query(UUID.class)
                .single();
        models.quarantine(model, "defect");

        transactions.executeWithoutResult(status -> events.publishEvent(new ModelEvent.WeightsDestroyed(model)));

        eventually(() -> assertThat(store.exists(key)).isFalse());
        assertThat(jdbc.sql("select wrapped_key is null from data_key where id = ?")
                        .param(dataKey)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(engineer.get("/api/v1/exports/" + export)
                        .json()
                        .path("destroyedAt")
                        .asString())
                .isNotEmpty();
        assertThat(engineer.page("/exports/" + export).expect(200).text()).contains("Bundle destroyed");
    }

    private ObjectKey key(String export) {
        return new ObjectKey(jdbc.sql("select bundle_key from export_bundle where id = ?")
                .param(UUID.fromString(export))
                .query(String.class)
                .single());
    }

    @Test
    void exportingTwiceGivesTheSameBytesButForTheStatus() {
        ModelVersionId model = TinyModel.register(models, "twice");

        assertThat(filesBesideStatus(ready(model))).hasSizeGreaterThan(4).isEqualTo(filesBesideStatus(ready(model)));
    }

    private Map<String, String> filesBesideStatus(String export) {
        Map<String, String> files =
                new HashMap<>(exports.get(ExportId.of(export)).files());
        files.keySet().removeAll(List.of("status.json", "manifest.json"));
        return files;
    }

    @Test
    void destroyingOneOfTwoEqualBundlesLeavesTheOther() {
        ModelVersionId model = TinyModel.register(models, "two of a kind");
        String first = ready(model);
        String second = ready(model);

        try (var objects = store.list(ObjectOwner.export(ExportId.of(first).value()))) {
            objects.forEach(object -> store.delete(object.key()));
        }

        engineer.get("/api/v1/exports/" + first + "/bundle").expect(404);
        engineer.get("/api/v1/exports/" + second + "/bundle").expect(200);
    }

    @Test
    void theBundleOfAQuarantinedModelIsWithdrawnAtOnceAndForGood() {
        ModelVersionId model = TinyModel.register(models, "withdrawn");
        String export = ready(model);

        models.quarantine(model, "manual");

        TestResponse refusal = engineer.get("/api/v1/exports/" + export + "/bundle");
        assertThat(refusal.expect(409).problem()).isEqualTo("bundle-withdrawn");
        assertThat(engineer.page("/exports/" + export + "/bundle").status()).isEqualTo(409);
        assertThat(engineer.page("/exports/" + export).text())
                .contains("withdrawn")
                .doesNotContain("/bundle\"");
        eventually(() -> assertThat(withdrawn(ExportId.of(export))).isTrue());
    }

    @Test
    void pagesAndRestShowWhatDevicesAreTold() {
        ModelVersionId model = TinyModel.register(models, "told");
        String export = ready(model);
        JsonNode told = engineer.get("/api/v1/exports/" + export + "/status")
                .expect(200)
                .json();
        assertThat(told.get("state").asString()).isEqualTo("VALID");
        assertThat(engineer.page("/exports/" + export).expect(200).text())
                .contains(told.get("id").asString(), told.get("url").asString(), "badge-ok\">Valid<");
        assertThat(engineer.page("/exports/of-model/" + model).expect(200).text())
                .contains("badge-ok\">Valid<");

        models.quarantine(model, "manual");

        assertThat(engineer.get("/api/v1/exports/" + export + "/status")
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("REVOKED");
        assertThat(engineer.page("/exports/" + export).expect(200).text()).contains("badge-bad\">Revoked<");
        assertThat(engineer.page("/exports/of-model/" + model).expect(200).text())
                .contains("badge-bad\">Revoked<");
    }

    @Test
    void anExportWithoutABundleHasNothingToTell() {
        ModelVersionId model = TinyModel.register(models, "nothing to tell");
        ExportId export = transactions.execute(transaction -> {
            ExportId queued = exports.start(model);
            exports.cancel(queued);
            return queued;
        });
        engineer.get("/api/v1/exports/" + export + "/status").expect(204);
    }

    @Test
    void aQuarantinedModelIsNotExported() {
        ModelVersionId model = TinyModel.register(models, "not exported");
        models.quarantine(model, "manual");

        TestResponse refusal = engineer.post("/api/v1/exports", Map.of("model", model.toString()));

        assertThat(refusal.expect(409).problem()).isEqualTo("model-quarantined");
    }

    @Test
    void aBundleThatIsDoneDuringAQuarantineIsWithdrawnAsWell() {
        ModelVersionId model = TinyModel.register(models, "during");

        ExportId export = transactions.execute(transaction -> {
            ExportId queued = exports.start(model);
            records.ready(
                    queued,
                    new StoredBundle(
                            ObjectKey.of(ObjectOwner.export(queued.value()), "bundle.sealed"),
                            "0".repeat(64),
                            1,
                            0,
                            new ExportView.Latency(1, 1, "none"),
                            Map.of()));
            // long enough for the quarantine to run its whole course, if nothing held it back
            CompletableFuture.runAsync(() -> models.quarantine(model, "manual"))
                    .completeOnTimeout(null, 1500, TimeUnit.MILLISECONDS)
                    .join();
            return queued;
        });

        eventually(() -> assertThat(withdrawn(requireNonNull(export))).isTrue());
    }

    @Test
    void whoCancelsAnExportIsOnRecord() {
        ModelVersionId model = TinyModel.register(models, "stopped");

        ExportId export = transactions.execute(transaction -> {
            ExportId queued = exports.start(model);
            exports.cancel(queued);
            return queued;
        });

        var query = new AuditQuery("export.cancelled", null, String.valueOf(export), null, null);
        assertThat(audit.search(query, 0, 10).total()).isEqualTo(1);
    }

    @Test
    void thePageOfAModelShowsItsBundles() {
        ModelVersionId model = TinyModel.register(models, "listed");
        String export = ready(model);

        assertThat(engineer.get("/exports/of-model/" + model).expect(200).text())
                .contains("/exports/" + export + "/bundle", "name=\"model\"");
        assertThat(engineer.page("/exports").expect(200).text()).contains("/exports/" + export);
        assertThat(engineer.page("/exports/" + export).expect(200).text())
                .contains("model.onnx", "measured on", "1 thread");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String nothing = "/api/v1/exports/" + ExportId.random();

        assertThat(engineer.get(nothing).expect(404).problem()).isEqualTo("export-not-found");
        assertThat(engineer.get(nothing + "/bundle").expect(404).problem()).isEqualTo("export-not-found");
    }

    /// For good, and not only since its model may not be used at this moment.
    private boolean withdrawn(ExportId export) {
        return jdbc.sql("select withdrawn from export_bundle where id = ?")
                .param(export.value())
                .query(Boolean.class)
                .single();
    }

    private String ready(ModelVersionId model) {
        String id = engineer.post("/api/v1/exports", Map.of("model", model.toString()))
                .expect(201)
                .createdId();
        eventually(() -> assertThat(exports.get(ExportId.of(id)).status()).isEqualTo(ExportStatus.READY));
        return id;
    }

    private static Map<String, String> hashes(byte[] bundle) throws IOException {
        Map<String, String> hashes = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                hashes.put(entry.getName(), Sha256.hex(zip.readAllBytes()));
            }
        }
        return hashes;
    }
}
