package dev.facewright.platform.statuslist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.export.ExportId;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.signing.DocumentKind;
import dev.facewright.platform.signing.Envelope;
import dev.facewright.platform.signing.Signatures;
import dev.facewright.platform.signing.SigningKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a device does with a bundle: the script in it is really run, against the running server and against faults.
@FacewrightTest
class StatusCheckTest {
    private static final int USABLE = 0;
    private static final int NOT_USABLE = 1;
    private static final int UNKNOWN = 2;

    private final Listed listed;
    private final Scene scene;
    private final StatusLists lists;
    private final Signatures signatures;
    private final SigningKeys keys;
    private final TestSession session;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    @TempDir
    private Path device;

    private SubjectId alice;

    StatusCheckTest(
            ModelRegistry models,
            ExportBundles exports,
            Scene scene,
            StatusLists lists,
            Signatures signatures,
            SigningKeys keys,
            TestSession session,
            TestClock clock,
            JdbcClient jdbc,
            JsonMapper json) {
        this.listed = new Listed(scene, models, exports);
        this.scene = scene;
        this.lists = lists;
        this.signatures = signatures;
        this.keys = keys;
        this.session = session;
        this.clock = clock;
        this.jdbc = jdbc;
        this.json = json;
    }

    @BeforeEach
    void aBundleIsTakenToADevice() throws IOException {
        assumeTrue(hasPython(), "There is no python3 here");
        alice = scene.someone();
        ExportId export = listed.bundleOf(listed.trainedOn(listed.version(alice, scene.someone()), null));
        byte[] bundle = session.as(Role.ML_ENGINEER)
                .get("/api/v1/exports/" + export + "/bundle")
                .expect(200)
                .body();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("status.json") || entry.getName().endsWith(".py")) {
                    Files.write(device.resolve(entry.getName()), zip.readAllBytes());
                }
            }
        }
    }

    @Test
    void aModelMayBeUsedUntilTheRequestAfterAWithdrawal() {
        is(online(), USABLE, "valid", "fresh", "origin");

        People.withdrawsUnheard(jdbc, alice);

        is(online(), NOT_USABLE, "revoked", "fresh", "origin");
        is(offline(), NOT_USABLE, "revoked", "fresh", "seen");
    }

    @Test
    void withoutAConnectionItIsUsedAsLongAsThePolicySays() {
        is(online(), USABLE, "valid", "fresh", "origin");
        Check down = new Check("--url", "http://127.0.0.1:1/");

        is(run(down), USABLE, "valid", "fresh", "seen");
        assertThat(run(down).refused("origin")).contains("refused");
        is(run(down.later(Duration.ofMinutes(2))), UNKNOWN, "valid", "stale", "seen");
        is(run(down.later(Duration.ofDays(6)).and("--allow-stale")), USABLE, "valid", "stale", "seen");
        is(run(down.later(Duration.ofDays(8)).and("--allow-stale")), UNKNOWN, "valid", "expired", "seen");
    }

    @Test
    void onTheDayOfExportItIsUsedWithoutEverHavingAsked() {
        is(offline(), USABLE, "valid", "fresh", "export");
        is(run(new Check("--offline", "--no-clock")), USABLE, "valid", "fresh", "seen");
    }

    @Test
    void anOldListCannotBringBackWhatWasRevoked() {
        Path old = written(lists.current());
        People.withdrawsUnheard(jdbc, alice);
        is(online(), NOT_USABLE, "revoked", "fresh", "origin");

        Result rolledBack = run(new Check("--list", old.toString()));

        is(rolledBack, NOT_USABLE, "revoked", "fresh", "seen");
        assertThat(rolledBack.refused("origin")).startsWith("rolled back");
    }

    @Test
    void twoListsOfOneNumberAreRefused() {
        is(online(), USABLE, "valid", "fresh", "origin");
        SignedList shown = lists.current();
        Envelope other = resigned(DocumentKind.MODEL_STATUS, shown, "\"valid\"", "\"valid\" ");

        Result answer = run(new Check("--list", written(with(shown, other)).toString()));

        is(answer, USABLE, "valid", "fresh", "seen");
        assertThat(answer.refused("origin")).isEqualTo("two lists of the same number");
    }

    @Test
    void aListThatWasTamperedWithIsRefused() {
        People.withdrawsUnheard(jdbc, alice);
        SignedList revoked = lists.current();
        String text = new String(revoked.list().unverified(), StandardCharsets.UTF_8);
        String forged = Base64.getEncoder()
                .encodeToString(text.replace("revoked", "valid").getBytes(StandardCharsets.UTF_8));
        Envelope tampered = new Envelope(
                revoked.list().payloadType(), forged, revoked.list().signatures());

        refuses(with(revoked, tampered), "not signed by a key that counts");
    }

    @Test
    void aKeyForOtherDocumentsSignsNoList() {
        SignedList list = lists.current();
        refuses(
                with(list, resigned(DocumentKind.ERASURE_CERTIFICATE, list, "revoked", "valid")),
                "not signed by a key that counts");
    }

    @Test
    void whatAKeySignedThatFellIntoOtherHandsIsRefused() {
        SignedList list = lists.current();
        keys.replace(DocumentKind.MODEL_STATUS, true);
        refuses(new SignedList(keys.statement(), list.list(), list.times()), "not signed by a key that counts");
    }

    @Test
    void anotherRootIsNotTrusted() {
        change(status ->
                ((ObjectNode) status.get("root")).put("publicKey", "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="));
        Result answer = online();
        assertThat(answer.code()).isEqualTo(UNKNOWN);
        assertThat(answer.refused("origin")).isEqualTo("not signed by a key that counts");
        assertThat(answer.refused("export")).isEqualTo("not signed by a key that counts");
    }

    @Test
    void aReplacedRootStillVouchesForThoseWhoKnowNoOther() {
        keys.replace(DocumentKind.KEY_STATEMENT, false);
        is(online(), USABLE, "valid", "fresh", "origin");
    }

    @Test
    void aBundleThatIsNotInTheListIsUnknown() {
        change(status -> status.put("statusId", "0".repeat(32)));
        is(online(), UNKNOWN, "unknown", "fresh", "origin");
    }

    @Test
    void whatIsCutOffIsRefused() throws IOException {
        Path cutOff = written(lists.current());
        Files.writeString(cutOff, Files.readString(cutOff).substring(0, 2000));
        Result answer = run(new Check("--list", cutOff.toString()));
        is(answer, USABLE, "valid", "fresh", "export");
        assertThat(answer.refused("origin")).isEqualTo("not whole, or not JSON");

        Path seen = device.resolve("status.seen.json");
        Files.writeString(seen, Files.readString(seen).substring(0, 40));
        assertThat(online().code()).as("its memory is broken").isEqualTo(UNKNOWN);

        Files.writeString(device.resolve("status.json"), "{");
        assertThat(online().code()).isEqualTo(UNKNOWN);
    }

    @Test
    void theBundleSaysWhereToAskByTheConfigurationAlone() throws IOException {
        JsonNode status = json.readTree(Files.readString(device.resolve("status.json")));
        assertThat(status.get("url").asString()).isEqualTo("http://localhost:0/api/v1/model-status");
        assertThat(status.get("ttlSeconds").asInt()).isEqualTo(60);
        assertThat(status.get("root").get("keyid").asString())
                .isEqualTo(keys.root().id());
    }

    /// Refused by a device that has never asked, and goes by the list of the day of export.
    private void refuses(SignedList list, String why) {
        Result answer = run(new Check("--list", written(list).toString()));
        assertThat(answer.text()).contains("\"source\": \"export\"");
        assertThat(answer.refused("origin")).isEqualTo(why);
        assertThat(run(new Check("--list", written(list).toString()).later(Duration.ofMinutes(2)))
                        .code())
                .isEqualTo(UNKNOWN);
    }

    private static SignedList with(SignedList of, Envelope list) {
        return new SignedList(of.keys(), list, of.times());
    }

    private Envelope resigned(DocumentKind kind, SignedList list, String was, String becomes) {
        String text = new String(list.list().unverified(), StandardCharsets.UTF_8).replace(was, becomes);
        return signatures.sign(kind, StatusDocument.PAYLOAD_TYPE, text.getBytes(StandardCharsets.UTF_8));
    }

    private Result online() {
        return run(new Check("--url", session.address() + "/api/v1/model-status"));
    }

    private Result offline() {
        return run(new Check("--offline"));
    }

    private Path written(SignedList list) {
        try {
            return Files.write(Files.createTempFile(device, "list", ".json"), json.writeValueAsBytes(list));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void change(Consumer<ObjectNode> change) {
        try {
            Path file = device.resolve("status.json");
            ObjectNode status = (ObjectNode) json.readTree(Files.readString(file));
            change.accept(status);
            Files.writeString(file, json.writeValueAsString(status));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How the script is called.
    private record Check(Duration later, List<String> options) {
        Check(String... options) {
            this(Duration.ZERO, List.of(options));
        }

        Check later(Duration by) {
            return new Check(by, options);
        }

        Check and(String option) {
            List<String> more = new ArrayList<>(options);
            more.add(option);
            return new Check(later, more);
        }
    }

    private Result run(Check check) {
        List<String> command = new ArrayList<>(
                List.of("python3", device.resolve("check_status.py").toString()));
        command.addAll(check.options());
        Instant now = clock.instant().plus(check.later()).truncatedTo(ChronoUnit.SECONDS);
        command.addAll(List.of("--now", now.toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), text, json.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Result(int code, String text, JsonNode told) {
        String refused(String source) {
            return told.path("refused").path(source).asString("");
        }
    }

    private static void is(Result result, int code, String state, String list, String source) {
        assertThat(List.of(
                        result.code(),
                        result.told().path("state").asString(""),
                        result.told().path("list").asString(""),
                        result.told().path("source").asString("")))
                .as(result.text())
                .isEqualTo(List.of(code, state, list, source));
        assertThat(result.told().path("usable").asBoolean()).isEqualTo(code == USABLE);
    }
}
