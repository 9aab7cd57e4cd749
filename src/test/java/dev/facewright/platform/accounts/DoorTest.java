package dev.facewright.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.AccountProblem.TooManyLogins;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a stranger tries at the door.
@FacewrightTest
class DoorTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String WRONG = "not this one at all";

    private final TestSession session;
    private final PasswordLogin login;

    DoorTest(TestSession session, PasswordLogin login) {
        this.session = session;
        this.login = login;
    }

    @Test
    void nobodyElsesFailuresLockTheOwnerOut() {
        var name = newAccount();
        for (int i = 0; i < LoginThrottle.ATTEMPTS_AT_ACCOUNT; i++) {
            login.logIn(name, WRONG, "203.0.113.9");
        }
        assertThatThrownBy(() -> login.logIn(name, TestSession.PASSWORD, "203.0.113.9"))
                .isInstanceOf(TooManyLogins.class);
        session.loggedIn(name, TestSession.PASSWORD);
    }

    /// Names that long are all one, or each would be remembered.
    @Test
    void namesOfAnyLengthAreNotKept() {
        for (int i = 0; i < LoginThrottle.ATTEMPTS_AT_ACCOUNT; i++) {
            login.logIn("n".repeat(100_000 + i), WRONG, "203.0.113.10");
        }
        assertThatThrownBy(() -> login.logIn("n".repeat(99_999), WRONG, "203.0.113.10"))
                .isInstanceOf(TooManyLogins.class);
    }

    @Test
    void aForgedAddressGivesNoFurtherAttempts() {
        var name = newAccount();
        var client = session.anonymous();
        client.get("/login");
        for (int i = 0; i < LoginThrottle.ATTEMPTS_AT_ACCOUNT; i++) {
            client.send("POST", "/login", FORM, "text/html", form(name), "X-Forwarded-For", "203.0.113." + i)
                    .expect(302);
        }
        client.send("POST", "/login", FORM, "text/html", form(name), "X-Forwarded-For", "203.0.113.200")
                .expect(429);
    }

    private static BodyPublisher form(String name) {
        return BodyPublishers.ofString("username=" + name + "&password=" + WRONG.replace(' ', '+'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/people", "/login", "/nowhere", "/css", "/api/v1/me", "/v3/api-docs"})
    void theHostThatWasSentIsInNoAnswer(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                        + "Accept: text/html\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 ")
                .doesNotContain("evil.example");
    }

    @Test
    void afterTheLoginNoCookieLeadsToAnotherServer() throws IOException {
        var client = session.anonymous();
        client.get("/login");
        var csrf = client.cookie("XSRF-TOKEN").orElseThrow();
        var elsewhere = Base64.getEncoder()
                .encodeToString("https://evil.example//evil.example/x?y=1".getBytes(StandardCharsets.UTF_8));
        var form = "username=" + newAccount() + "&password=" + TestSession.PASSWORD.replace(' ', '+');
        assertThat(raw("POST /login HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + FORM
                        + "\r\nContent-Length: " + form.length() + "\r\nX-XSRF-TOKEN: " + csrf
                        + "\r\nCookie: XSRF-TOKEN=" + csrf + "; REDIRECT_URI=" + elsewhere + "\r\n\r\n" + form))
                .contains("\r\nLocation: /\r\n");
    }

    @Test
    void strangersMakeNoSessions() {
        var client = session.anonymous();
        client.page("/people").expect(302);
        client.page("/login").expect(200);
        assertThat(client.cookie("facewright-session")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/login, 200", "/people, 302", "/api/v1/subjects, 401", "/actuator/health, 200", "/nowhere, 302"})
    void askingForTheOptionsIsNoFault(String path, int status) {
        var answer = session.anonymous()
                .send("OPTIONS", path, null, "*/*", BodyPublishers.noBody(), "Origin", "https://evil.example");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"passwordpassword", "123456789012", "aaaaaaaaaaaa", "qwertyuiop12", "Passw0rd!Passw0rd!"})
    void aPasswordThatIsSoonGuessedIsRefused(String password) {
        var admin = session.as(Role.ADMIN);
        var refused = admin.post(
                        "/api/v1/users",
                        Map.of("username", newName(), "password", password, "roles", Set.of("COMPLIANCE")))
                .expect(422);
        assertThat(refused.problem()).isEqualTo("weak-password");
        assertThat(refused.text()).doesNotContain(password);
        var form = Map.of("current", TestSession.PASSWORD, "password", password, "repeat", password);
        assertThat(session.newPerson(Set.of(Role.ADMIN))
                        .form("/account/password", form)
                        .expect(422)
                        .text())
                .contains("too easy to guess");
    }

    @Test
    void theUserNameTwiceIsNoPassword() {
        var name = newName();
        var body = Map.of("username", name, "password", name + name, "roles", Set.of("COMPLIANCE"));
        assertThat(session.as(Role.ADMIN)
                        .post("/api/v1/users", body)
                        .expect(422)
                        .problem())
                .isEqualTo("weak-password");
    }

    private String newAccount() {
        var name = newName();
        session.newAccount(name, Set.of(Role.DATA_OWNER));
        return name;
    }

    private static String newName() {
        return "p" + UUID.randomUUID().toString().replace("-", "");
    }

    private String raw(String request) throws IOException {
        URI server = URI.create(session.address());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
