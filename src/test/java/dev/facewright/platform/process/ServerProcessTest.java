package dev.facewright.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.facewright.platform.Eventually;
import dev.facewright.platform.TestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Servers that are killed, stopped and started again, as real processes on real data folders:
/// `./mvnw verify -Dgroups=slow -DexcludedGroups= -Dtest=ServerProcessTest`, about three minutes on two cores.
@Tag("slow")
class ServerProcessTest {
    private static final String PASSWORD = "correct horse battery staple";
    private static final Map<String, String> ADMIN = Map.of("FACEWRIGHT_ADMIN_PASSWORD", PASSWORD);
    private static final long MIDDLE = 20;
    private static final long CHECKPOINT = RunByRest.CHECKPOINT_EVERY_STEPS;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path temporary;

    private Path data;
    private EmbeddedFolder folder;

    @BeforeEach
    void chooseTheDataFolder() {
        data = temporary.resolve("data");
        folder = new EmbeddedFolder(data);
    }

    @Test
    void aRunWhoseServerIsKilledGoesOnFromItsCheckpoint() {
        RunByRest run;
        ProcessHandle orphan;
        try (var server = ServerProcess.start(data, ADMIN)) {
            var client = server.loggedIn(PASSWORD);
            run = RunByRest.startedOn(client);
            run.reach(client, MIDDLE);
            orphan = folder.postmaster().orElseThrow();
            server.kill();
        }
        assertThat(orphan.isAlive())
                .as("Postgres outlives a server that was killed")
                .isTrue();
        try (var server = ServerProcess.start(data, ADMIN)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(server.text()).contains("Stopping the Postgres process " + orphan.pid());
            finishes(run, server, server.loggedIn(PASSWORD));
        }
        assertThat(folder.postgresProcesses()).isEmpty();
    }

    @Test
    void aServerThatIsToldToStopPutsItsRunBackAndLeavesNothingBehind() {
        RunByRest run;
        try (var server = ServerProcess.start(data, ADMIN)) {
            assumeTrue(server.process().supportsNormalTermination(), "No SIGTERM on this system");
            var client = server.loggedIn(PASSWORD);
            run = RunByRest.startedOn(client);
            run.reach(client, MIDDLE);
            assertThat(server.terminate()).isLessThan(Duration.ofSeconds(30));
            assertThat(server.text()).doesNotContain(" ERROR ", "Exception");
        }
        assertThat(folder.postgresProcesses()).isEmpty();
        try (var server = ServerProcess.start(data, ADMIN)) {
            assertThat(server.text()).doesNotContain("Stopping the Postgres process");
            var client = server.loggedIn(PASSWORD);
            finishes(run, server, client);
            assertThat(folder.logOf(run, server)).contains("put-back");
        }
    }

    @Test
    void aWorkerTakesTheRunsOfAServerAndAnotherGoesOnWhenItDies() {
        var secret = Map.of("FACEWRIGHT_KEYS_SECRET", "shared by the server and its workers");
        try (var server = ServerProcess.start(data, with(with(ADMIN, secret), Map.of("FACEWRIGHT_ROLE", "SERVER")))) {
            var client = server.loggedIn(PASSWORD);
            var worker = with(with(folder.settingsOfStores(server), secret), Map.of("FACEWRIGHT_ROLE", "worker"));
            var elsewhere = temporary.resolve("elsewhere");
            RunByRest run;
            CompletableFuture<String> stream;
            try (var first = ServerProcess.start(elsewhere, worker)) {
                run = RunByRest.startedOn(client);
                stream = streamOf(run, client);
                run.reach(client, MIDDLE);
                client.post("/api/v1/keys/change").expect(200); // while the worker trains, from keys it asked for
                first.kill();
            }
            assertThat(temporary.resolve("elsewhere-keys")).doesNotExist();
            try (var second = ServerProcess.start(elsewhere, worker)) {
                finishes(run, server, client);
                assertThat(new TestClient(second.address(), null).get("/login").status())
                        .as("a worker shows no pages")
                        .isNotEqualTo(200);
            }
            assertThat(stream).succeedsWithin(Duration.ofSeconds(30)).satisfies(text -> {
                assertThat(text.split("event:metrics", -1)).hasSizeGreaterThan(5);
                assertThat(text).contains("event:end");
            });
            assertThat(elsewhere).isDirectoryNotContaining(path -> !path.endsWith("work"));
            assertThat(elsewhere.resolve("work"))
                    .as("what the killed one was receiving is swept")
                    .isEmptyDirectory();
        }
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefused() {
        try (var server = ServerProcess.start(data, ADMIN);
                var second = ServerProcess.launch(data, ADMIN)) {
            assertThat(second.awaitExit(ServerProcess.START_LIMIT)).isNotZero();
            assertThat(second.text())
                    .contains("Another server is running with the data folder", "FACEWRIGHT_DATA=./data2")
                    .doesNotContain("\tat ");
            server.loggedIn(PASSWORD).get("/api/v1/me").expect(200);
        }
    }

    @Test
    void theFirstPasswordIsToldOnceAndWhatWasStoredStays() {
        String password;
        String subject;
        try (var server = ServerProcess.start(data, Map.of())) {
            password = server.read("with the password +(\\S+)");
            subject = RunByRest.register(server.loggedIn(password), "stays");
        }
        try (var server = ServerProcess.start(data, Map.of())) {
            assertThat(server.text()).doesNotContain("with the password", password);
            assertThat(server.loggedIn(password)
                            .get("/api/v1/subjects/" + subject)
                            .expect(200)
                            .json()
                            .get("code")
                            .asString())
                    .isEqualTo("stays");
        }
    }

    /// From the last checkpoint, with nothing missing or there twice, and in the bits of a run that nobody stops.
    private void finishes(RunByRest run, ServerProcess server, TestClient client) {
        run.succeed(client);
        assertThat(run.epochs(client))
                .isEqualTo(IntStream.range(0, RunByRest.EPOCHS).boxed().toList());
        List<Long> steps = run.steps(client);
        assertThat(steps).doesNotHaveDuplicates().isSorted();
        assertThat(steps.getLast() + 1).isEqualTo(run.stepsDone(client));
        assertThat(folder.logOf(run, server)).contains("taken-up-again 2").anySatisfy(line -> {
            assertThat(line).startsWith("resumed ");
            assertThat(Long.parseLong(line.substring("resumed ".length()))).isGreaterThanOrEqualTo(MIDDLE - CHECKPOINT);
        });
        Eventually.eventually(() -> assertThat(
                        client.get("/api/v1/models").json().get("total").asLong())
                .isEqualTo(1));
        RunByRest uninterrupted = run.again(client);
        uninterrupted.succeed(client);
        assertThat(run.weightsSha256(client)).isEqualTo(uninterrupted.weightsSha256(client));
    }

    private static CompletableFuture<String> streamOf(RunByRest run, TestClient client) {
        return CompletableFuture.supplyAsync(() ->
                client.get("/api/v1/runs/" + run.id() + "/events").expect(200).text());
    }

    private static Map<String, String> with(Map<String, String> settings, Map<String, String> more) {
        var all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }
}
