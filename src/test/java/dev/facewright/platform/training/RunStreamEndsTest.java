package dev.facewright.platform.training;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.AccountId;
import dev.facewright.platform.accounts.Accounts;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.models.SealedData;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A stream ends with the right to it, while the run goes on.
@FacewrightTest
class RunStreamEndsTest {
    private static final int FOR_EVER = 10_000;
    /// Looks are half a second apart; the rest is for a machine that is busy.
    private static final int MOST_SECONDS = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TrainingRuns runs;
    private final Accounts accounts;
    private final TestSession session;
    private final SealedData data;

    RunStreamEndsTest(
            TrainingRuns runs,
            Accounts accounts,
            TestSession session,
            ConsentLedger ledger,
            Subjects subjects,
            Datasets datasets,
            Clock clock) {
        this.runs = runs;
        this.accounts = accounts;
        this.session = session;
        this.data = new SealedData(datasets, new People(ledger, subjects, clock));
    }

    private record Reader(AccountId account, TestClient client) {}

    @Test
    void aStreamEndsWithTheAccountTheRoleTheSessionThePasswordAndTheToken() throws Exception {
        RunId run = runs.start(
                new TrainingRuns.NewRun("watched", data.sealed(2, 2).version(), TinyRecipe.epochs(FOR_EVER), null));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                endsWithTheRight(executor, run);
            } finally {
                runs.cancel(run); // which ends every stream that is left
            }
        }
    }

    private void endsWithTheRight(ExecutorService executor, RunId run) throws Exception {
        eventually(() -> assertThat(runs.get(run).progress().stepsDone()).isPositive());
        Reader stays = reader();
        Future<String> whole = stream(executor, stays, run);
        ends(executor, run, reader -> accounts.disable(reader.account()));
        ends(executor, run, reader -> accounts.giveRoles(reader.account(), Set.of(Role.ADMIN)));
        ends(executor, run, reader -> reader.client().form("/logout", Map.of()));
        ends(executor, run, reader -> accounts.resetPassword(reader.account(), "another long sentence"));
        Reader owner = reader();
        var token = owner.client()
                .post("/api/v1/tokens", Map.of("name", "t", "scopes", List.of("runs:read"), "validDays", 1))
                .json();
        String bearer = "Bearer " + token.path("secret").asString();
        Future<String> byToken = stream(executor, "Authorization", bearer, run);
        owner.client().delete("/api/v1/tokens/" + token.path("id").asString()).expect(204);
        assertThat(byToken.get(MOST_SECONDS, TimeUnit.SECONDS)).doesNotContain("event:end");
        assertThat(whole.isDone()).isFalse();
    }

    private interface Ending {
        void of(Reader reader);
    }

    private void ends(ExecutorService executor, RunId run, Ending ending) throws Exception {
        Reader reader = reader();
        Future<String> stream = stream(executor, reader, run);
        ending.of(reader);
        assertThat(stream.get(MOST_SECONDS, TimeUnit.SECONDS)).doesNotContain("event:end");
    }

    private Future<String> stream(ExecutorService executor, Reader reader, RunId run) throws Exception {
        String cookie = reader.client().cookie("facewright-session").orElseThrow();
        return stream(executor, "Cookie", "facewright-session=" + cookie, run);
    }

    /// Returns once the stream is open.
    private Future<String> stream(ExecutorService executor, String header, String value, RunId run) throws Exception {
        URI address = URI.create(session.address() + "/api/v1/runs/" + run + "/events");
        var request = HttpRequest.newBuilder(address).header(header, value).build();
        var response = http.send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return executor.submit(() -> new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
    }

    private Reader reader() {
        String name = "p" + UUID.randomUUID().toString().replace("-", "");
        AccountId account = session.newAccount(name, Set.of(Role.ML_ENGINEER, Role.ADMIN));
        return new Reader(account, session.loggedIn(name, TestSession.PASSWORD));
    }
}
