package dev.facewright.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@FacewrightTest
class ApiTokensTest {
    private final TestSession session;
    private final TestClock clock;
    private final Accounts accounts;
    private final JdbcTemplate jdbc;

    ApiTokensTest(TestSession session, TestClock clock, Accounts accounts, JdbcTemplate jdbc) {
        this.session = session;
        this.clock = clock;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @Test
    void aTokenActsForItsOwnerWithinItsScopes() {
        var token = newToken(session.newPerson(Set.of(Role.ADMIN)), "audit:read");
        var service = session.withToken(token.path("secret").asString());
        service.get("/api/v1/audit").expect(200);
        var refusal = service.get("/api/v1/users").expect(403);
        assertThat(refusal.problem()).isEqualTo("forbidden");
        assertThat(service.get("/api/v1/me").json().path("scopes").toString()).isEqualTo("[\"audit:read\"]");
    }

    @Test
    void aServiceNeedsNoCsrfTokenAndGetsNoCookie() {
        var token = newToken(session.newPerson(Set.of(Role.ADMIN)), "users:write");
        var answer = session.withToken(token.path("secret").asString())
                .post(
                        "/api/v1/users",
                        Map.of(
                                "username",
                                "s" + UUID.randomUUID(),
                                "password",
                                TestSession.PASSWORD,
                                "roles",
                                List.of("COMPLIANCE")))
                .expect(201);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aProgramThatShowsNothingIsAskedForAToken() {
        var answer = session.anonymous().post("/api/v1/users", Map.of()).expect(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");

        var person = session.newPerson(Set.of(Role.ADMIN));
        person.forgetCsrfToken();
        assertThat(person.post("/api/v1/users", Map.of()).expect(403).problem()).isEqualTo("forbidden");
    }

    @Test
    void onlyAHashOfTheSecretIsKept() {
        var secret = newToken(session.newPerson(Set.of(Role.ADMIN)), "audit:read")
                .path("secret")
                .asString();
        assertThat(secret).startsWith("fw_").hasSize(46);
        var rows = jdbc.queryForList("select t::text, encode(token_hash, 'escape') from api_token t")
                .toString();
        assertThat(rows).doesNotContain(secret.substring(3));
    }

    @Test
    void aRevokedTokenStopsAtOnceAndRevokingTwiceIsHarmless() {
        var owner = session.newPerson(Set.of(Role.ADMIN));
        var token = newToken(owner, "audit:read");
        var service = session.withToken(token.path("secret").asString());
        service.get("/api/v1/audit").expect(200);
        owner.delete("/api/v1/tokens/" + token.path("id").asString()).expect(204);
        owner.delete("/api/v1/tokens/" + token.path("id").asString()).expect(204);
        assertThat(service.get("/api/v1/audit").expect(401).problem()).isEqualTo("unauthenticated");
    }

    @Test
    void aTokenEndsOnItsDay() {
        var owner = session.newPerson(Set.of(Role.ADMIN));
        var token = owner.post(
                        "/api/v1/tokens", Map.of("name", "short", "scopes", List.of("audit:read"), "validDays", 1))
                .expect(201)
                .json();
        var service = session.withToken(token.path("secret").asString());
        clock.advance(Duration.ofHours(23));
        service.get("/api/v1/audit").expect(200);
        clock.advance(Duration.ofHours(1));
        service.get("/api/v1/audit").expect(401);
        assertThat(owner.get("/api/v1/tokens").json().get(0).path("status").asString())
                .isEqualTo("EXPIRED");
    }

    @Test
    void theTokensOfADisabledAccountStopWithIt() {
        var name = "p" + UUID.randomUUID().toString().replace("-", "");
        var account = session.newAccount(name, Set.of(Role.ADMIN));
        var token = newToken(session.loggedIn(name, TestSession.PASSWORD), "audit:read");
        accounts.disable(account);
        session.withToken(token.path("secret").asString()).get("/api/v1/audit").expect(401);
    }

    @Test
    void aTokenIsOverWithThePasswordItWasMadeUnder() {
        var name = "p" + UUID.randomUUID().toString().replace("-", "");
        var account = session.newAccount(name, Set.of(Role.ADMIN));
        var owner = session.loggedIn(name, TestSession.PASSWORD);
        var byReset =
                session.withToken(newToken(owner, "audit:read").path("secret").asString());
        byReset.get("/api/v1/audit").expect(200);
        accounts.resetPassword(account, "another long sentence");
        byReset.get("/api/v1/audit").expect(401);

        var again = session.loggedIn(name, "another long sentence");
        assertThat(again.get("/api/v1/tokens").json().get(0).path("status").asString())
                .isEqualTo("REVOKED");
        var byDisabling =
                session.withToken(newToken(again, "audit:read").path("secret").asString());
        accounts.disable(account);
        accounts.enable(account);
        byDisabling.get("/api/v1/audit").expect(401);
    }

    @Test
    void noTokenComesAliveWithAPromotion() {
        var name = "p" + UUID.randomUUID().toString().replace("-", "");
        var account = session.newAccount(name, Set.of(Role.ADMIN, Role.COMPLIANCE));
        accounts.giveRoles(account, Set.of(Role.COMPLIANCE));
        var owner = session.loggedIn(name, TestSession.PASSWORD);
        var refused = owner.post(
                        "/api/v1/tokens", Map.of("name", "x", "scopes", List.of("users:write"), "validDays", 9))
                .expect(422);
        assertThat(refused.problem()).isEqualTo("scope-beyond-roles");

        var service = session.withToken(
                newToken(owner, "datasets:read").path("secret").asString());
        accounts.giveRoles(account, Set.of(Role.COMPLIANCE, Role.ADMIN));
        assertThat(service.get("/api/v1/me").json().path("roles").toString()).isEqualTo("[\"COMPLIANCE\"]");
        accounts.giveRoles(account, Set.of(Role.ADMIN));
        service.get("/api/v1/datasets").expect(403);
    }

    @Test
    void nobodySeesOrRevokesTheTokensOfAnother() {
        var token = newToken(session.newPerson(Set.of(Role.ADMIN)), "audit:read");
        var other = session.newPerson(Set.of(Role.ADMIN));
        assertThat(other.get("/api/v1/tokens").json().size()).isZero();
        var refusal =
                other.delete("/api/v1/tokens/" + token.path("id").asString()).expect(404);
        assertThat(refusal.problem()).isEqualTo("token-not-found");
    }

    @Test
    void anUnknownScopeIsRefusedWithTheKnownOnes() {
        var refusal = session.newPerson(Set.of(Role.ADMIN))
                .post("/api/v1/tokens", Map.of("name", "x", "scopes", List.of("everything"), "validDays", 1))
                .expect(422);
        assertThat(refusal.problem()).isEqualTo("unknown-scope");
        assertThat(refusal.json().path("detail").asString()).contains("runs:read");
    }

    @Test
    void theSecretIsOnThePageOnceAndTheTokenInTheListAfterwards() {
        var owner = session.newPerson(Set.of(Role.ADMIN));
        owner.form("/tokens", Map.of("name", "nightly upload", "scopes", "audit:read", "validDays", "30"))
                .expect(302);
        assertThat(owner.page("/tokens").text()).contains("fw_").contains("nightly upload");
        assertThat(owner.page("/tokens").text()).doesNotContain("id=\"secret\"").contains("nightly upload");
    }

    @Test
    void aFormWithMistakesComesBackWithWhatWasTyped() {
        var owner = session.newPerson(Set.of(Role.ADMIN));
        var answer = owner.form("/tokens", Map.of("name", "my name", "validDays", "30"))
                .expect(422);
        assertThat(answer.text()).contains("my name").contains("Choose at least one scope");

        var noNumber = Map.of("name", "my name", "scopes", "audit:read", "validDays", "a month");
        assertThat(owner.form("/tokens", noNumber).expect(422).text())
                .contains("value=\"a month\"", "value=\"my name\"", "aria-describedby=\"validDays-error\"")
                .containsPattern("value=\"audit:read\"[^>]*checked");
    }

    private static JsonNode newToken(TestClient owner, String scope) {
        return owner.post("/api/v1/tokens", Map.of("name", "test", "scopes", List.of(scope), "validDays", 30))
                .expect(201)
                .json();
    }
}
