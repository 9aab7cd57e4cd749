package dev.facewright.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.Eventually;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestFile;
import dev.facewright.platform.TestResponse;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.datasets.Pictures;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Nonsense and haste, sent by someone who may do everything: each time an answer that says what is wrong.
@FacewrightTest
class HostileRequestsTest {
    static final List<String> COLLECTIONS = List.of(
            "/api/v1/subjects",
            "/api/v1/datasets",
            "/api/v1/runs",
            "/api/v1/evaluations",
            "/api/v1/exports",
            "/api/v1/tokens",
            "/api/v1/users");

    static final List<String> PAGED = Stream.of(
                    "subjects", "datasets", "runs", "models", "benchmarks", "evaluations", "exports", "audit", "users")
            .map(area -> "/api/v1/" + area)
            .toList();

    private static final int AT_ONCE = 6;

    private final TestSession session;
    private final TestClient client;

    HostileRequestsTest(TestSession session) {
        this.session = session;
        this.client = session.as(Role.values());
    }

    @ParameterizedTest
    @FieldSource("COLLECTIONS")
    void aBodyThatIsNoneIsRefused(String path) {
        for (String body : List.of("", "{}", "null", "[]", "\"text\"", "{\"name\":", "[".repeat(50_000))) {
            refused(client.postBytes(path, "application/json", body.getBytes(StandardCharsets.UTF_8)));
        }
        refused(client.postBytes(path, "application/json", nested(5_000)));
        refused(client.postBytes(path, "application/json", new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}));
        refused(client.post(path));
    }

    @ParameterizedTest
    @FieldSource("COLLECTIONS")
    void anotherContentTypeIsRefused(String path) {
        for (String type : List.of("application/xml", "text/plain", "nonsense;;;")) {
            assertThat(refused(client.postBytes(path, type, "{}".getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo("media-type-unsupported");
        }
    }

    @ParameterizedTest
    @FieldSource("COLLECTIONS")
    void aHugeTextIsRefused(String path) {
        refused(client.post(path, Map.of("name", "a".repeat(5_000_000))));
    }

    @ParameterizedTest
    @FieldSource("PAGED")
    void aPageThatCannotBeIsRefused(String path) {
        for (String query : List.of("page=-1", "page=2147483647", "page=99999999999", "page=x", "size=0", "size=1e9")) {
            refused(client.get(path + "?" + query));
        }
        refused(client.get(path + "?size=1000000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/runs", "/models", "/benchmarks", "/evaluations", "/exports", "/people", "/audit"})
    void aPageOfALastPageNobodyReachesIsNoFault(String path) {
        assertThat(client.page(path + "?page=2147483647").status()).isBetween(400, 499);
        assertThat(client.page(path + "?page=-1").status()).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subjects", "datasets", "dataset-versions", "runs", "models", "benchmarks", "evaluations"})
    void anIdThatIsNoneOrUnknownIsRefused(String area) {
        String path = "/api/v1/" + area + "/";
        refused(client.get(path + "not-an-id"));
        client.get(path + UUID.randomUUID()).expect(404);
    }

    @Test
    void aCharacterThatCannotBeStoredIsRefused() {
        assertThat(refused(client.post("/api/v1/datasets", Map.of("name", "a\0b", "purpose", "TRAINING"))))
                .isEqualTo("unstorable-text");
        refused(client.get("/api/v1/subjects?code=%00"));
    }

    @Test
    void lineBreaksInANameStayInTheName() {
        String name = "a\r\nSet-Cookie: stolen=1\r\n\r\n" + UUID.randomUUID();
        var created = client.post("/api/v1/datasets", Map.of("name", name, "purpose", "TRAINING"))
                .expect(201);
        assertThat(created.headers().map().getOrDefault("set-cookie", List.of()))
                .noneMatch(cookie -> cookie.contains("stolen"));
    }

    @ParameterizedTest
    @CsvSource({"epochs,2147483648", "epochs,1e99", "seed,1e40", "network.widthFactor,1e300", "batchSize,null"})
    void aRecipeOutOfRangeIsRefusedByName(String field, String value) {
        String recipe = "{\"" + field.replace(".", "\":{\"") + "\":" + value + "}".repeat(field.split("\\.").length);
        var answer = client.post(
                "/api/v1/runs", "{\"name\":\"r\",\"dataset\":\"" + UUID.randomUUID() + "\",\"recipe\":" + recipe + "}");
        refused(answer);
        assertThat(answer.text()).contains("recipe." + field);
    }

    @ParameterizedTest
    @CsvSource({
        "expiresAt,+999999999-12-31T23:59:59Z",
        "expiresAt,0000-01-01T00:00:00Z",
        "givenAt,+999999999-12-31T23:59:59Z",
        "givenAt,never"
    })
    void aTimeOutOfRangeIsRefused(String field, String value) {
        var consent = consent();
        consent.put(field, value);
        var answer = client.post("/api/v1/subjects", Map.of("code", code(), "consent", consent));
        refused(answer);
        assertThat(answer.text()).contains(field);
    }

    @Test
    void aBrokenUploadIsRefused() {
        String path = "/api/v1/datasets/" + dataset() + "/uploads";
        byte[] cut = "--x\r\nContent-Disposition: form-data; name=\"archive\"; filename=\"a.zip\"\r\n\r\nPK"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(refused(client.postBytes(path, "multipart/form-data; boundary=x", cut)))
                .isEqualTo("unreadable-form");
        refused(client.postBytes(path, "multipart/form-data", cut));
        refused(client.postBytes(path, "multipart/form-data; boundary=y", cut));
        refused(client.upload(path, Map.of("archive", "no file")));
        refused(client.upload(path, Map.of(), new TestFile("archive", "../../a.zip", new byte[0])));
    }

    @Test
    void aConnectionCutOffInTheMiddleOfAnUploadLeavesTheServerWell() throws IOException {
        String path = "/api/v1/datasets/" + dataset() + "/uploads";
        URI address = URI.create(session.address());
        for (int i = 0; i < 20; i++) {
            try (var socket = new Socket(address.getHost(), address.getPort())) {
                socket.getOutputStream().write(halfAnUpload(path));
            }
        }
        assertThat(client.get(path).expect(200).json().size()).isZero();
    }

    @Test
    void theSameRegistrationAtOnceIsOneSubject() {
        var body = Map.of("code", code(), "consent", consent());
        var answers = atOnce(() -> client.post("/api/v1/subjects", body));
        assertThat(answers.stream().map(TestResponse::status)).containsOnlyOnce(201);
        assertThat(statuses(answers)).isSubsetOf(201, 409);
    }

    @Test
    void theSameWithdrawalAtOnceHappensOnce() {
        var subject = client.post("/api/v1/subjects", Map.of("code", code(), "consent", consent()))
                .expect(201)
                .json();
        String path = "/api/v1/subjects/" + subject.get("id").asString() + "/consents/"
                + subject.at("/consents/0/id").asString() + "/withdrawal";
        var answers = atOnce(() -> client.post(path, Map.of("reason", "subject-request")));
        assertThat(answers.stream().map(TestResponse::status)).containsOnlyOnce(200);
        assertThat(statuses(answers)).isSubsetOf(200, 409);
    }

    @Test
    void sealingStartingAndCancellingAtOnceNeverFails() {
        String dataset = filled();
        var options = Map.of("validationFraction", 0.2, "seed", 1);
        var sealed = atOnce(() -> client.post("/api/v1/datasets/" + dataset + "/versions", options));
        assertThat(statuses(sealed)).isSubsetOf(201, 409);
        String version = sealed.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow()
                .createdId();
        var run = Map.of("name", "at once", "dataset", version, "recipe", Map.of("epochs", 10_000, "batchSize", 2));
        String started = client.post("/api/v1/runs", run).expect(201).location();
        assertThat(statuses(atOnce(() -> client.post(started + "/cancellation"))))
                .isSubsetOf(202, 409);
    }

    private String filled() {
        String dataset = dataset();
        Map<String, byte[]> files = new HashMap<>();
        for (int i = 0; i < 2; i++) {
            String code = code();
            client.post("/api/v1/subjects", Map.of("code", code, "consent", consent()))
                    .expect(201);
            files.putAll(Pictures.folder(code, code.hashCode(), 3));
        }
        String upload = client.upload(
                        "/api/v1/datasets/" + dataset + "/uploads",
                        Map.of(),
                        new TestFile("archive", "faces.zip", Pictures.zip(files)))
                .expect(201)
                .location();
        Eventually.eventually(() ->
                assertThat(client.get(upload).json().get("status").asString()).isEqualTo("SUCCEEDED"));
        return dataset;
    }

    private String dataset() {
        return client.post("/api/v1/datasets", Map.of("name", "hostile " + UUID.randomUUID(), "purpose", "TRAINING"))
                .expect(201)
                .createdId();
    }

    private static String code() {
        return "h" + UUID.randomUUID().toString().replace("-", "");
    }

    private static Map<String, Object> consent() {
        return new HashMap<>(Map.of(
                "purposes", List.of("TRAINING"),
                "noticeVersion", "1",
                "noticeLanguage", "en",
                "method", "WRITTEN_FORM",
                "givenAt", "2026-01-01T00:00:00Z",
                "evidence", "JVBERi0xLjcgeA=="));
    }

    private byte[] halfAnUpload(String path) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\nCookie: facewright-session="
                + client.cookie("facewright-session").orElseThrow() + "; XSRF-TOKEN="
                + client.cookie("XSRF-TOKEN").orElseThrow() + "\r\nX-XSRF-TOKEN: "
                + client.cookie("XSRF-TOKEN").orElseThrow()
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\nContent-Disposition: form-data; "
                + "name=\"archive\"; filename=\"a.zip\"\r\n\r\nPK" + "x".repeat(300_000);
        return head.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] nested(int levels) {
        return ("{\"a\":".repeat(levels) + "1" + "}".repeat(levels)).getBytes(StandardCharsets.UTF_8);
    }

    /// @return the problem's slug
    private static String refused(TestResponse answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").asString()).isNotBlank();
        return answer.problem();
    }

    private static Set<Integer> statuses(List<TestResponse> answers) {
        return Set.copyOf(answers.stream().map(TestResponse::status).toList());
    }

    private static List<TestResponse> atOnce(Callable<TestResponse> request) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor
                    .invokeAll(
                            IntStream.range(0, AT_ONCE).mapToObj(i -> request).toList())
                    .stream()
                    .map(HostileRequestsTest::answer)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static TestResponse answer(Future<TestResponse> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
