package dev.facewright.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.Eventually;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestFile;
import dev.facewright.platform.datasets.Pictures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A training run long enough to be cut off in its middle, asked for and followed by REST alone. Whoever follows
/// it after a restart does so with a new client.
record RunByRest(String id, String version) {
    static final int EPOCHS = 40;
    static final int CHECKPOINT_EVERY_STEPS = 3;
    private static final int PEOPLE = 4;
    private static final int IMAGES = 10;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    static RunByRest startedOn(TestClient client) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < PEOPLE; i++) {
            register(client, "process-" + i);
            files.putAll(Pictures.folder("process-" + i, 1_000L * i, IMAGES));
        }
        return startedOn(client, seal(client, Pictures.zip(files)));
    }

    private static RunByRest startedOn(TestClient client, String version) {
        var run = Map.of("name", "cut off", "dataset", version, "recipe", recipe());
        return new RunByRest(client.post("/api/v1/runs", run).expect(201).createdId(), version);
    }

    /// The same data and recipe once more.
    RunByRest again(TestClient client) {
        return startedOn(client, version);
    }

    /// Of the model that came of it.
    String weightsSha256(TestClient client) {
        String model = view(client).get("model").asString();
        return client.get("/api/v1/models/" + model)
                .expect(200)
                .json()
                .get("weightsSha256")
                .asString();
    }

    static String register(TestClient client, String code) {
        var consent = Map.of(
                "purposes",
                List.of("TRAINING"),
                "noticeVersion",
                "1",
                "noticeLanguage",
                "en",
                "method",
                "WRITTEN_FORM",
                "givenAt",
                Instant.now().minusSeconds(3600).toString(),
                "evidence",
                Base64.getEncoder().encodeToString("%PDF-1.7 a signed form".getBytes(StandardCharsets.UTF_8)));
        return client.post("/api/v1/subjects", Map.of("code", code, "consent", consent))
                .expect(201)
                .createdId();
    }

    private static String seal(TestClient client, byte[] archive) {
        String dataset = client.post("/api/v1/datasets", Map.of("name", "process", "purpose", "TRAINING"))
                .expect(201)
                .createdId();
        String upload = client.upload(
                        "/api/v1/datasets/" + dataset + "/uploads",
                        Map.of(),
                        new TestFile("archive", "faces.zip", "application/zip", archive))
                .expect(201)
                .location();
        Eventually.eventually(() ->
                assertThat(client.get(upload).json().get("status").asString()).isEqualTo("SUCCEEDED"));
        return client.post("/api/v1/datasets/" + dataset + "/versions", Map.of("validationFraction", 0.2, "seed", 7))
                .expect(201)
                .createdId();
    }

    private static Map<String, Object> recipe() {
        return Map.of(
                "network",
                Map.of("widthFactor", 0.25, "embeddingDimensions", 32),
                "epochs",
                EPOCHS,
                "batchSize",
                8,
                "checkpoints",
                Map.of("everySteps", CHECKPOINT_EVERY_STEPS),
                "schedule",
                Map.of("learningRate", 0.01, "warmupSteps", 2));
    }

    JsonNode view(TestClient client) {
        return client.get("/api/v1/runs/" + id).expect(200).json();
    }

    String status(TestClient client) {
        return view(client).get("status").asString();
    }

    long stepsDone(TestClient client) {
        return view(client).at("/progress/stepsDone").asLong();
    }

    /// Waits until it trains and is that far, and not yet done.
    void reach(TestClient client, long steps) {
        Eventually.eventually(LIMIT, () -> {
            assertThat(status(client)).isEqualTo("RUNNING");
            assertThat(stepsDone(client)).isGreaterThanOrEqualTo(steps);
        });
    }

    void succeed(TestClient client) {
        Eventually.eventually(LIMIT, () -> {
            JsonNode view = view(client);
            if (view.get("status").asString().equals("FAILED")) {
                throw new IllegalStateException(view.toString());
            }
            assertThat(view.get("status").asString()).isEqualTo("SUCCEEDED");
        });
    }

    List<Long> steps(TestClient client) {
        return metrics(client)
                .get("steps")
                .valueStream()
                .map(step -> step.get("step").asLong())
                .toList();
    }

    List<Integer> epochs(TestClient client) {
        return metrics(client)
                .get("epochs")
                .valueStream()
                .map(epoch -> epoch.get("epoch").asInt())
                .toList();
    }

    private JsonNode metrics(TestClient client) {
        return client.get("/api/v1/runs/" + id + "/metrics?limit=10000")
                .expect(200)
                .json();
    }
}
