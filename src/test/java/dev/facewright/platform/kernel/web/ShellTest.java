package dev.facewright.platform.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What all pages and all answers share.
@FacewrightTest
class ShellTest {
    private final TestSession session;

    ShellTest(TestSession session) {
        this.session = session;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/css/facewright.css", "/api/v1/me", "/nowhere"})
    void everyAnswerForbidsBrowsersWhatNoPageNeeds(String path) {
        var answer = session.anonymous().get(path);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/tokens", "/users", "/audit", "/help"})
    void noPageHasAScriptOrAStyleWithinIt(String path) {
        var page = session.as(Role.values()).page(path).expect(200).text();
        assertThat(page)
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContain(" style=")
                .doesNotContain("<style");
        assertThat(page)
                .doesNotContainPattern(" on[a-z]+=")
                .doesNotContain("??")
                .contains("<html lang=\"en\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/tokens", "/users", "/audit", "/help"})
    void everyPageIsThereInChinese(String path) {
        var page = session.newPerson(Set.of(Role.values()))
                .page(path + "?lang=zh")
                .expect(200)
                .text();
        assertThat(page).contains("<html lang=\"zh\">").contains("退出登录").doesNotContain("??");
    }

    @Test
    void theChosenLanguageStaysAndUnknownOnesChangeNothing() {
        var person = session.newPerson(Set.of(Role.DATA_OWNER));
        person.page("/help?lang=zh");
        assertThat(person.page("/help").text()).contains("<html lang=\"zh\">");
        person.page("/help?lang=!!").expect(200);
        assertThat(person.page("/help").text()).contains("<html lang=\"zh\">");
        person.page("/help?lang=en");
        assertThat(person.page("/help").text()).contains("<html lang=\"en\">");
    }

    @Test
    void problemsAreToldInTheLanguageAskedFor() {
        var answer = session.anonymous()
                .send("GET", "/api/v1/me", null, "*/*", BodyPublishers.noBody(), "Accept-Language", "zh-CN")
                .expect(401);
        assertThat(answer.json().path("title").asString()).isEqualTo("未登录");
    }

    @Test
    void aPageThatIsNotThereIsSaidSoWithinTheLayout() {
        var answer = session.as(Role.DATA_OWNER).page("/nowhere").expect(404);
        assertThat(answer.text()).contains("There is nothing here").contains("href=\"/datasets\"");
        assertThat(session.as(Role.DATA_OWNER)
                        .get("/api/v1/nowhere")
                        .expect(404)
                        .problem())
                .isEqualTo("not-found");
    }

    @Test
    void aPageOneMayNotSeeIsSaidSoWithinTheLayout() {
        var answer = session.as(Role.DATA_OWNER).page("/users").expect(403);
        assertThat(answer.text()).contains("You may not do this").contains("href=\"/datasets\"");
    }

    @Test
    void anHtmxRequestOfWhoIsLoggedOutLoadsTheLoginPage() {
        var answer = session.anonymous()
                .send("GET", "/tokens", null, "*/*", BodyPublishers.noBody(), "HX-Request", "true")
                .expect(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/login");
    }

    @Test
    void theApiSpeaksJsonAndReadsNothingElse() {
        var person = session.as(Role.ADMIN);
        assertThat(person.get("/api/v1/me").header("Content-Type")).startsWith("application/json");
        var xml = person.send("GET", "/api/v1/me", null, "application/xml", BodyPublishers.noBody());
        assertThat(xml.expect(406).problem()).isEqualTo("not-acceptable");
        var body = person.postBytes("/api/v1/users", "application/xml", "<a/>".getBytes(StandardCharsets.UTF_8));
        assertThat(body.expect(415).problem()).isEqualTo("media-type-unsupported");
    }

    @Test
    void theApiIsDocumentedWithItsTokensAndProblems() {
        var api = session.as(Role.ML_ENGINEER).get("/v3/api-docs").expect(200).json();
        assertThat(api.path("info").path("title").asString()).isEqualTo("Facewright");
        assertThat(api.path("components")
                        .path("securitySchemes")
                        .path("token")
                        .path("scheme")
                        .asString())
                .isEqualTo("bearer");
        assertThat(api.path("components").path("schemas").has("Problem")).isTrue();
        var operation = api.path("paths").path("/api/v1/users").path("post");
        assertThat(operation.path("responses").path("default").path("content").has("application/problem+json"))
                .isTrue();
        assertThat(api.path("paths").propertyNames()).allMatch(path -> path.startsWith("/api/v1/"));
        session.as(Role.ML_ENGINEER).page("/swagger-ui/index.html").expect(200);
    }

    @Test
    void healthIsOpenAndMetricsAreForAdministrators() {
        session.anonymous().get("/actuator/health").expect(200);
        session.anonymous().get("/actuator/health/readiness").expect(200);
        session.as(Role.COMPLIANCE).get("/actuator/prometheus").expect(403);
        assertThat(session.as(Role.ADMIN)
                        .get("/actuator/prometheus")
                        .expect(200)
                        .text())
                .contains("jvm_memory");
    }

    @Test
    void stylesAndScriptsAreCachedUnderNamesOfTheirContent() {
        var page = session.anonymous().get("/login").text();
        var style = page.replaceFirst("(?s).*href=\"(/css/facewright-[0-9a-f]{32}\\.css)\".*", "$1");
        assertThat(session.anonymous().get(style).expect(200).header("Cache-Control"))
                .contains("max-age=2592000");
    }
}
