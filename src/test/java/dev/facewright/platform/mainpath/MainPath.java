package dev.facewright.platform.mainpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.Eventually;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The way from consent to bundle as a service walks it: by REST alone.
final class MainPath {
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final TestClient client;
    private final Instant now;

    MainPath(TestClient client, Instant now) {
        this.client = client;
        this.now = now;
    }

    String register(String code) {
        var consent = Map.of(
                "purposes",
                List.of("TRAINING", "EVALUATION"),
                "noticeVersion",
                "fixture-1",
                "noticeLanguage",
                "en",
                "method",
                "WRITTEN_FORM",
                "givenAt",
                now.minusSeconds(60).toString(),
                "evidence",
                Base64.getEncoder().encodeToString("%PDF-1.7 a signed form".getBytes(StandardCharsets.UTF_8)));
        return client.post("/api/v1/subjects", Map.of("code", code, "consent", consent))
                .expect(201)
                .createdId();
    }

    void withdraw(String subject) {
        String consent = client.get("/api/v1/subjects/" + subject + "/consents")
                .expect(200)
                .json()
                .get(0)
                .get("id")
                .asString();
        client.post(
                        "/api/v1/subjects/" + subject + "/consents/" + consent + "/withdrawal",
                        Map.of("reason", "subject-request"))
                .expect(200);
    }

    String dataset(String name) {
        return client.post("/api/v1/datasets", Map.of("name", name, "purpose", "TRAINING", "alwaysDetect", false))
                .expect(201)
                .createdId();
    }

    JsonNode upload(String dataset, byte[] archive) {
        String at = client.upload(
                        "/api/v1/datasets/" + dataset + "/uploads",
                        Map.of(),
                        new TestFile("archive", "faces.zip", "application/zip", archive))
                .expect(201)
                .location();
        return await(at, "status", "SUCCEEDED");
    }

    String seal(String dataset) {
        return client.post("/api/v1/datasets/" + dataset + "/versions", Map.of("validationFraction", 0.2, "seed", 7))
                .expect(201)
                .createdId();
    }

    String importModel(String name, byte[] onnx) {
        var about = Map.of(
                "name", name,
                "preprocessing", "IMAGENET",
                "source", "github.com/foamliu/MobileFaceNet",
                "licence", "Apache-2.0",
                "publishedAccuracy", "99.48 % on LFW, by its authors");
        return client.upload("/api/v1/models/imports", about, new TestFile("file", "model.onnx", onnx))
                .expect(201)
                .createdId();
    }

    JsonNode train(Map<String, Object> run) {
        return await(client.post("/api/v1/runs", run).expect(201).location(), "status", "SUCCEEDED");
    }

    JsonNode metrics(JsonNode run) {
        return client.get("/api/v1/runs/" + run.get("id").asString() + "/metrics")
                .expect(200)
                .json();
    }

    String benchmark(String name, byte[] archive, byte[] pairs) {
        var about = Map.of(
                "name", name,
                "legalBasis", "RESEARCH_LICENCE",
                "legalBasisNote", "Measured for research, within the terms its authors state; never trained on.",
                "source", "Huang, Ramesh, Berg and Learned-Miller, Labeled Faces in the Wild, 2007",
                "licence", "Research use");
        String at = client.upload(
                        "/api/v1/benchmarks",
                        about,
                        new TestFile("archive", "images.zip", "application/zip", archive),
                        new TestFile("pairs", "pairs.txt", "text/plain", pairs))
                .expect(201)
                .location();
        return await(at, "status", "READY").get("id").asString();
    }

    JsonNode evaluate(String model, String benchmark, boolean flipSum) {
        var wanted = Map.of("model", model, "benchmark", benchmark, "flipSum", flipSum);
        return await(client.post("/api/v1/evaluations", wanted).expect(201).location(), "status", "SUCCEEDED")
                .get("report");
    }

    JsonNode export(String model) {
        return await(
                client.post("/api/v1/exports", Map.of("model", model))
                        .expect(201)
                        .location(),
                "status",
                "READY");
    }

    TestClient client() {
        return client;
    }

    private JsonNode await(String at, String field, String wanted) {
        Eventually.eventually(LIMIT, () -> {
            JsonNode state = client.get(at).expect(200).json();
            String is = state.get(field).asString();
            if (List.of("FAILED", "CANCELLED", "REFUSED").contains(is)) {
                throw new IllegalStateException(at + " ended: " + state);
            }
            assertThat(is).isEqualTo(wanted);
        });
        return client.get(at).expect(200).json();
    }
}
