package dev.facewright.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestSession;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@FacewrightTest
class AccountsTest {
    private static final String OTHER_PASSWORD = "another long sentence";

    private final TestSession session;
    private final JdbcTemplate jdbc;

    AccountsTest(TestSession session, JdbcTemplate jdbc) {
        this.session = session;
        this.jdbc = jdbc;
    }

    @Test
    void anAdministratorAddsAPersonWhoThenLogsIn() {
        var name = newName();
        var created = admin().post("/api/v1/users", account(name, "DATA_OWNER")).expect(201);
        assertThat(created.location())
                .isEqualTo("/api/v1/users/" + created.json().path("id").asString());
        assertThat(created.text()).doesNotContain(TestSession.PASSWORD);
        session.loggedIn(name, TestSession.PASSWORD).get("/api/v1/me").expect(200);
    }

    @Test
    void passwordsAreKeptAsArgon2Hashes() {
        var name = newName();
        admin().post("/api/v1/users", account(name, "DATA_OWNER")).expect(201);
        assertThat(jdbc.queryForObject("select password_hash from account where username = ?", String.class, name))
                .startsWith("{argon2}$argon2id$");
    }

    @Test
    void aNameIsTakenOnce() {
        var name = newName();
        admin().post("/api/v1/users", account(name, "DATA_OWNER")).expect(201);
        assertThat(admin().post("/api/v1/users", account(name, "DATA_OWNER"))
                        .expect(409)
                        .problem())
                .isEqualTo("username-taken");
    }

    @Test
    void eachFieldThatDoesNotHoldIsNamed() {
        var refusal = admin().post(
                        "/api/v1/users", Map.of("username", "Anna B", "password", "short", "roles", List.of()))
                .expect(422);
        assertThat(refusal.problem()).isEqualTo("invalid-input");
        assertThat(refusal.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("username", "password", "roles");
    }

    @Test
    void whatWasTypedStaysInTheFormAndThePasswordDoesNot() {
        var answer = admin().form("/users", Map.of("username", "Anna", "password", "swordfish9", "roles", "ADMIN"))
                .expect(422);
        assertThat(answer.text())
                .contains("value=\"Anna\"")
                .contains("must be small letters")
                .doesNotContain("swordfish9");
    }

    @Test
    void theLastAdministratorStays() {
        // others may be administrators in this database meanwhile: so this test makes its own server's worth of them
        // none
        var admins = jdbc.queryForList(
                "select a.id::text from account a join account_role r on r.account_id = a.id where r.role = 'ADMIN' and a.enabled",
                String.class);
        assertThat(admins).isNotEmpty();
        var me = admin().get("/api/v1/me").json().path("account").asString();
        jdbc.update(
                "update account set enabled = false where id <> ?::uuid and id = any (?::uuid[])",
                me,
                admins.toArray(String[]::new));
        try {
            assertThat(admin().put("/api/v1/users/" + me + "/enabled", Map.of("enabled", false))
                            .expect(409)
                            .problem())
                    .isEqualTo("last-admin");
            assertThat(admin().put("/api/v1/users/" + me + "/roles", Map.of("roles", List.of("COMPLIANCE")))
                            .expect(409)
                            .problem())
                    .isEqualTo("last-admin");
        } finally {
            jdbc.update("update account set enabled = true where id = any (?::uuid[])", (Object)
                    admins.toArray(String[]::new));
        }
    }

    @Test
    void aPersonChangesTheirOwnPasswordAndOtherSessionsEnd() {
        var name = newName();
        session.newAccount(name, Set.of(Role.DATA_OWNER));
        var here = session.loggedIn(name, TestSession.PASSWORD);
        var elsewhere = session.loggedIn(name, TestSession.PASSWORD);
        here.form("/account/password", passwords(TestSession.PASSWORD, OTHER_PASSWORD))
                .expect(302);
        assertThat(here.page("/account").expect(200).text()).contains("Your password is changed");
        assertThat(elsewhere.page("/account").location()).isEqualTo("/login");
        session.loggedIn(name, OTHER_PASSWORD);
    }

    @Test
    void whoeverDoesNotKnowThePasswordDoesNotChangeIt() {
        var client = session.newPerson(Set.of(Role.DATA_OWNER));
        var answer = client.form("/account/password", passwords("not my password", OTHER_PASSWORD))
                .expect(422);
        assertThat(answer.text()).contains("The current password is wrong");
    }

    @Test
    void aPasswordTypedDifferentlyTheSecondTimeIsNotTaken() {
        var client = session.newPerson(Set.of(Role.DATA_OWNER));
        var form = Map.of("current", TestSession.PASSWORD, "password", OTHER_PASSWORD, "repeat", OTHER_PASSWORD + "!");
        assertThat(client.form("/account/password", form).expect(422).text()).contains("The two new passwords differ");
    }

    @Test
    void resettingAPasswordEndsTheSessionsOfThatPerson() {
        var name = newName();
        var account = session.newAccount(name, Set.of(Role.DATA_OWNER));
        var client = session.loggedIn(name, TestSession.PASSWORD);
        admin().put("/api/v1/users/" + account + "/password", Map.of("password", OTHER_PASSWORD))
                .expect(204);
        assertThat(client.page("/account").location()).isEqualTo("/login");
        session.loggedIn(name, OTHER_PASSWORD);
    }

    @Test
    void theNavigationShowsOnlyWhatOneMayRead() {
        var dataOwner = session.as(Role.DATA_OWNER).page("/help").text();
        assertThat(dataOwner)
                .contains("href=\"/people\"")
                .doesNotContain("href=\"/users\"")
                .doesNotContain("href=\"/audit\"");
        var administrator = admin().page("/users").text();
        assertThat(administrator).contains("href=\"/audit\"").doesNotContain("href=\"/people\"");
    }

    private TestClient admin() {
        return session.as(Role.ADMIN);
    }

    private static Map<String, Object> account(String name, String role) {
        return Map.of("username", name, "password", TestSession.PASSWORD, "roles", List.of(role));
    }

    private static Map<String, String> passwords(String current, String next) {
        return Map.of("current", current, "password", next, "repeat", next);
    }

    private static String newName() {
        return "p" + UUID.randomUUID().toString().replace("-", "");
    }
}
