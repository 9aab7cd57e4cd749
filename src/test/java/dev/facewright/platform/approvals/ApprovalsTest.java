package dev.facewright.platform.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestResponse;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.datasets.Scene;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// By the lifting of holds, the first thing that took two people.
@FacewrightTest
class ApprovalsTest {
    private static final String APPROVALS = "/api/v1/approvals/";

    private final TestSession session;
    private final Scene scene;
    private final TestClock clock;
    private final JdbcClient jdbc;

    ApprovalsTest(TestSession session, Scene scene, TestClock clock, JdbcClient jdbc) {
        this.session = session;
        this.scene = scene;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void oneProposesAnotherApprovesAndItIsDoneOnce() {
        TestClient ruth = reviewer();
        TestClient sam = reviewer();
        String hold = hold(ruth);
        TestResponse proposed = propose(ruth, hold);
        assertThat(state(hold, ruth)).isNull();

        approve(sam, proposed).expect(200);

        assertThat(state(hold, ruth)).isNotNull();
        assertThat(approve(sam, proposed).expect(409).problem()).isEqualTo("proposal-decided");
        assertThat(approve(reviewer(), proposed).expect(409).problem()).isEqualTo("proposal-decided");
    }

    @Test
    void nobodyApprovesOfTheirOwnNorByAToken() {
        TestClient ruth = reviewer();
        TestClient sam = reviewer();
        TestResponse proposed = propose(ruth, hold(ruth));
        assertThat(approve(ruth, proposed).expect(403).problem()).isEqualTo("own-proposal");
        assertThat(approve(tokenOf(ruth), proposed).expect(403).problem()).isEqualTo("own-proposal");
        approve(sam, proposed).expect(200);
    }

    @Test
    void aTokenThatProposesIsItsOwner() {
        TestClient ruth = reviewer();
        TestResponse proposed = propose(tokenOf(ruth), hold(ruth));
        assertThat(approve(ruth, proposed).expect(403).problem()).isEqualTo("own-proposal");
    }

    @Test
    void anAccountThatTheProposerMadeOrTouchedIsNobodyElse() {
        TestClient ruth = session.newPerson(EnumSet.of(Role.COMPLIANCE, Role.ADMIN));
        TestClient sam = reviewer();
        String made = account(ruth, EnumSet.of(Role.COMPLIANCE));
        String reset = username();
        String promoted = username();
        String resetId = session.newAccount(reset, EnumSet.of(Role.COMPLIANCE)).toString();
        String promotedId =
                session.newAccount(promoted, EnumSet.of(Role.DATA_OWNER)).toString();
        ruth.put("/api/v1/users/" + resetId + "/password", Map.of("password", TestSession.PASSWORD))
                .expect(204);
        ruth.put("/api/v1/users/" + promotedId + "/roles", Map.of("roles", List.of("COMPLIANCE")))
                .expect(200);
        TestResponse proposed = propose(ruth, hold(ruth));
        for (String username : List.of(made, reset, promoted)) {
            assertThat(approve(session.loggedIn(username, TestSession.PASSWORD), proposed)
                            .expect(403)
                            .problem())
                    .as(username)
                    .isEqualTo("not-independent");
        }
        approve(sam, proposed).expect(200);
    }

    /// Who set the proposer's password could have proposed.
    @Test
    void whoMadeTheProposersAccountIsNobodyElse() {
        TestClient admin = session.newPerson(EnumSet.of(Role.COMPLIANCE, Role.ADMIN));
        TestClient ruth = session.loggedIn(account(admin, EnumSet.of(Role.COMPLIANCE)), TestSession.PASSWORD);
        TestResponse proposed = propose(ruth, hold(ruth));
        assertThat(approve(admin, proposed).expect(403).problem()).isEqualTo("not-independent");
    }

    @Test
    void anAccountYoungerThanTheProposalOrChangedSinceIsNobodyElse() {
        TestClient ruth = reviewer();
        String owner = username();
        String ownerId = session.newAccount(owner, EnumSet.of(Role.DATA_OWNER)).toString();
        TestResponse proposed = propose(ruth, hold(ruth));
        session.newPerson(EnumSet.of(Role.ADMIN))
                .put("/api/v1/users/" + ownerId + "/roles", Map.of("roles", List.of("COMPLIANCE")))
                .expect(200);
        assertThat(approve(reviewer(), proposed).expect(403).problem()).isEqualTo("not-independent");
        assertThat(approve(session.loggedIn(owner, TestSession.PASSWORD), proposed)
                        .expect(403)
                        .problem())
                .isEqualTo("not-independent");
    }

    @Test
    void itIsApprovedOfWhatWasProposedAndLookedAt() {
        TestClient ruth = reviewer();
        TestClient sam = reviewer();
        String hold = hold(ruth);
        TestResponse proposed = propose(ruth, hold);
        String id = proposed.createdId();
        assertThat(sam.post(APPROVALS + id + "/approval", Map.of("contentHash", "0".repeat(64)))
                        .expect(409)
                        .problem())
                .isEqualTo("proposal-changed");
        assertThat(state(hold, ruth)).isNull();
    }

    @Test
    void theSameIsProposedOnceAndAgainWhenRejectedOrLapsed() {
        TestClient ruth = reviewer();
        TestClient sam = reviewer();
        String hold = hold(ruth);
        TestResponse first = propose(ruth, hold);
        assertThat(ruth.post("/api/v1/holds/" + hold + "/lifting").expect(409).problem())
                .isEqualTo("already-proposed");
        sam.post(APPROVALS + first.createdId() + "/rejection").expect(200);

        TestResponse second = propose(ruth, hold);
        clock.advance(Duration.ofDays(15));
        assertThat(approve(sam, second).expect(409).problem()).isEqualTo("proposal-decided");
        propose(ruth, hold);
    }

    /// Whoever reaches the database as the server does meets the same rule.
    @Test
    void theDatabaseHoldsTheRule() {
        TestClient ruth = reviewer();
        String hold = hold(ruth);
        var proposed = propose(ruth, hold).json();
        UUID id = UUID.fromString(proposed.path("id").asString());
        UUID proposer = UUID.fromString(proposed.path("proposer").asString());
        assertThatThrownBy(() -> jdbc.sql("insert into proposal_decision values (?, 'APPROVED', ?, ?, now())")
                        .params(id, proposer, proposed.path("contentHash").asString())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("Nobody approves alone");
        assertThatThrownBy(() -> jdbc.sql("update proposal set one_person = true where id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("insert into legal_hold_end values (?, ?, now())")
                        .params(UUID.fromString(hold), id)
                        .update())
                .hasMessageContaining("No second person");
        assertThatThrownBy(() -> jdbc.sql("delete from legal_hold where id = ?")
                        .param(UUID.fromString(hold))
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatWaitsIsOnThePageForWhoMayDecide() {
        TestClient ruth = reviewer();
        TestClient sam = reviewer();
        TestResponse proposed = propose(ruth, hold(ruth));
        String id = proposed.createdId();
        assertThat(sam.page("/approvals").expect(200).text()).contains("proposal-" + id, "/" + id + "/approval");
        assertThat(session.as(Role.DATA_OWNER).page("/approvals").expect(200).text())
                .contains("proposal-" + id)
                .doesNotContain("/" + id + "/approval");
        String hash = proposed.json().path("contentHash").asString();
        sam.form("/approvals/" + id + "/approval", Map.of("contentHash", hash)).expect(302);
        assertThat(sam.page("/approvals").text()).doesNotContain("proposal-" + id);
        assertThat(sam.page("/approvals?open=false").text()).contains("proposal-" + id);
    }

    private TestClient reviewer() {
        return session.newPerson(EnumSet.of(Role.COMPLIANCE));
    }

    private static String username() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String account(TestClient admin, EnumSet<Role> roles) {
        String username = username();
        admin.post("/api/v1/users", Map.of("username", username, "password", TestSession.PASSWORD, "roles", roles))
                .expect(201);
        return username;
    }

    private TestClient tokenOf(TestClient person) {
        return session.withToken(person.post(
                        "/api/v1/tokens",
                        Map.of("name", "t", "scopes", List.of("approvals:write", "holds:write"), "validDays", 30))
                .expect(201)
                .json()
                .path("secret")
                .asString());
    }

    private String hold(TestClient reviewer) {
        var wanted = Map.of(
                "kind",
                "SUBJECT",
                "object",
                scene.someone().toString(),
                "reason",
                "litigation",
                "reviewOn",
                LocalDate.ofInstant(clock.instant(), clock.getZone())
                        .plusDays(90)
                        .toString());
        return reviewer.post("/api/v1/holds", wanted).expect(201).createdId();
    }

    private static TestResponse propose(TestClient who, String hold) {
        return who.post("/api/v1/holds/" + hold + "/lifting").expect(201);
    }

    private static TestResponse approve(TestClient who, TestResponse proposed) {
        return who.post(
                APPROVALS + proposed.createdId() + "/approval",
                Map.of("contentHash", proposed.json().path("contentHash").asString()));
    }

    /// When the hold ended.
    private static @org.jspecify.annotations.Nullable String state(String hold, TestClient who) {
        return who.get("/api/v1/holds/" + hold)
                .expect(200)
                .json()
                .path("endedAt")
                .asString(null);
    }
}
