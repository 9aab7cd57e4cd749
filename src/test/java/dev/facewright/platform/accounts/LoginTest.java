package dev.facewright.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.audit.AuditLog;
import dev.facewright.platform.audit.AuditQuery;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@FacewrightTest
class LoginTest {
    private final TestSession session;
    private final Accounts accounts;
    private final AuditLog audit;

    LoginTest(TestSession session, Accounts accounts, AuditLog audit) {
        this.session = session;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Test
    void theFirstAccountHasTheConfiguredPasswordAndEveryRole() {
        var me = session.loggedIn("admin", TestSession.PASSWORD)
                .get("/api/v1/me")
                .expect(200)
                .json();
        assertThat(me.path("roles").size()).isEqualTo(Role.values().length);
    }

    @Test
    void aWrongPasswordIsRefusedWithoutTellingWhetherTheNameExists() {
        var username = person(Role.DATA_OWNER).username();
        assertThat(tryToLogIn(username, "not this one at all")).isEqualTo("/login?error");
        assertThat(tryToLogIn(newName(), "not this one at all")).isEqualTo("/login?error");
    }

    @Test
    void theUserNameMayBeTypedInCapitals() {
        var person = person(Role.DATA_OWNER);
        session.loggedIn(person.username().toUpperCase(java.util.Locale.ROOT), TestSession.PASSWORD);
    }

    @Test
    void loginGivesAnotherSessionAndAnotherCsrfToken() {
        var person = person(Role.DATA_OWNER);
        var client = session.anonymous();
        client.get("/login");
        client.form("/login", Map.of("username", person.username(), "password", TestSession.PASSWORD));
        client.get("/account").expect(200);
        var sessionBefore = client.cookie("facewright-session").orElseThrow();
        var tokenBefore = client.cookie("XSRF-TOKEN").orElseThrow();
        client.form("/login", Map.of("username", person.username(), "password", TestSession.PASSWORD))
                .expect(302);
        client.get("/account").expect(200);
        assertThat(client.cookie("facewright-session")).isPresent().get().isNotEqualTo(sessionBefore);
        assertThat(client.cookie("XSRF-TOKEN")).isPresent().get().isNotEqualTo(tokenBefore);
    }

    @Test
    void afterTheLoginThePageOneWantedOpens() {
        var person = person(Role.DATA_OWNER);
        var client = session.anonymous();
        client.page("/tokens").expect(302);
        client.get("/login");
        var answer = client.form("/login", Map.of("username", person.username(), "password", TestSession.PASSWORD));
        assertThat(answer.header("Location")).startsWith("/tokens");
    }

    @Test
    void aFormWithoutTheCsrfTokenIsRefused() {
        var client = session.newPerson(Set.of(Role.ADMIN));
        var form = "name=x&scopes=users:write&validDays=9";
        client.forgetCsrfToken();
        client.send("POST", "/tokens", "application/x-www-form-urlencoded", "text/html", BodyPublishers.ofString(form))
                .expect(403);
        assertThat(client.get("/api/v1/tokens").json().size()).isZero();
    }

    @Test
    void loggingOutEndsTheSession() {
        var client = session.newPerson(Set.of(Role.DATA_OWNER));
        assertThat(client.form("/logout", Map.of()).location()).isEqualTo("/login?out");
        assertThat(client.page("/account").location()).isEqualTo("/login");
    }

    @Test
    void disablingAnAccountEndsItsSessionsAtOnce() {
        var person = person(Role.DATA_OWNER);
        var client = session.loggedIn(person.username(), TestSession.PASSWORD);
        accounts.disable(person.account());
        assertThat(client.page("/account").location()).isEqualTo("/login");
        assertThat(tryToLogIn(person.username(), TestSession.PASSWORD)).isEqualTo("/login?error");
    }

    @Test
    void rolesTakenAwayAreGoneWithTheNextRequest() {
        var person = person(Role.ADMIN);
        var client = session.loggedIn(person.username(), TestSession.PASSWORD);
        client.page("/users").expect(200);
        accounts.giveRoles(person.account(), Set.of(Role.COMPLIANCE));
        client.page("/users").expect(403);
        client.page("/audit").expect(200);
    }

    @Test
    void tooManyFailuresMakeAnAccountWaitAndSayHowLong() {
        var person = person(Role.DATA_OWNER);
        for (int i = 0; i < LoginThrottle.ATTEMPTS_AT_ACCOUNT; i++) {
            tryToLogIn(person.username(), "not this one at all");
        }
        var client = session.anonymous();
        client.get("/login");
        var answer = client.form("/login", Map.of("username", person.username(), "password", TestSession.PASSWORD));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 15 * 60);
        assertThat(answer.text()).contains("Too many failed logins");
    }

    @Test
    void aFailedLoginIsAuditedWithTheAccountAndWithoutWhatWasTyped() {
        var person = person(Role.DATA_OWNER);
        tryToLogIn(person.username(), "not this one at all");
        var entries = audit.search(
                        new AuditQuery(
                                "account.login-failed", null, person.account().toString(), null, null),
                        0,
                        5)
                .items();
        assertThat(entries).hasSize(1);
        var entry = entries.getFirst();
        assertThat(entry.ids()).containsOnlyKeys("account");
        assertThat(entry.toString()).doesNotContain(person.username()).doesNotContain("not this one");
    }

    private String tryToLogIn(String username, String password) {
        var client = session.anonymous();
        client.get("/login");
        return client.form("/login", Map.of("username", username, "password", password))
                .location();
    }

    private Person person(Role role) {
        var name = newName();
        return new Person(session.newAccount(name, Set.of(role)), name);
    }

    private static String newName() {
        return "p" + UUID.randomUUID().toString().replace("-", "");
    }

    private record Person(AccountId account, String username) {}
}
