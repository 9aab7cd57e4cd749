package dev.facewright.platform.accounts;

import static dev.facewright.platform.accounts.Role.ADMIN;
import static dev.facewright.platform.accounts.Role.COMPLIANCE;
import static dev.facewright.platform.accounts.Role.DATA_OWNER;
import static dev.facewright.platform.accounts.Role.ML_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.ServletRequestPathUtils;

class RouteMapTest {
    /// Who may do what, written down a second time: D data owner, M ML engineer, C compliance, A administrator.
    @ParameterizedTest
    @CsvSource({
        "GET, /people, DC",
        "GET, /people/new, DC",
        "POST, /people, D",
        "POST, /people/1/consents, D",
        "POST, /people/1/consents/2/withdrawal, DC",
        "POST, /api/v1/subjects/1/consents/2/withdrawal, DC",
        "GET, /api/v1/subjects/1, DC",
        "DELETE, /api/v1/subjects/1, D",
        "GET, /datasets/1, DMC",
        "POST, /datasets/1/uploads, D",
        "GET, /datasets/1/evidence, DC",
        "POST, /datasets/1/evidence, D",
        "GET, /api/v1/datasets/1/unproven, DC",
        "GET, /api/v1/datasets/1/evidence-policy, DMC",
        "PUT, /api/v1/datasets/1, D",
        "GET, /api/v1/dataset-versions/1, DMC",
        "GET, /runs/1/events, DMC",
        "GET, /api/v1/runs/presets, DMC",
        "POST, /api/v1/runs, M",
        "POST, /models/import, M",
        "GET, /api/v1/models, DMC",
        "POST, /benchmarks, M",
        "GET, /evaluations/1, DMC",
        "POST, /api/v1/evaluations, M",
        "POST, /exports, M",
        "GET, /api/v1/exports/1/bundle, DMC",
        "GET, /approvals, DC",
        "POST, /approvals/1/approval, C",
        "POST, /api/v1/approvals/1/approval, C",
        "POST, /approvals/1/rejection, DC",
        "GET, /erasures/1, DC",
        "POST, /api/v1/erasures, DC",
        "GET, /people/1/receipt, DC",
        "GET, /holds, DMC",
        "POST, /api/v1/holds, C",
        "POST, /holds/1/lifting, C",
        "GET, /keys, CA",
        "POST, /keys/change, CA",
        "POST, /api/v1/keys/change, CA",
        "GET, /audit, CA",
        "GET, /audit/entries.csv, CA",
        "GET, /api/v1/audit, CA",
        "POST, /api/v1/audit, ''",
        "GET, /users, A",
        "POST, /users, A",
        "GET, /api/v1/users, A",
        "GET, /actuator/prometheus, A",
        "POST, /actuator/loggers/x, ''",
        "GET, /tokens, DMCA",
        "POST, /tokens, DMCA",
        "GET, /account, DMCA",
        "GET, /, DMCA",
        "GET, /help, DMCA",
        "GET, /api/v1/me, DMCA",
        "GET, /api/v1/home, DMCA",
        "GET, /v3/api-docs, DMCA",
        "GET, /swagger-ui/index.html, DMCA",
    })
    void eachRouteIsForTheRolesOfTheMap(String method, String path, String roles) {
        assertThat(route(method, path).open()).isFalse();
        assertThat(route(method, path).roles()).isEqualTo(roles(roles));
    }

    @ParameterizedTest
    @CsvSource({
        "/login",
        "/error",
        "/css/facewright.css",
        "/webjars/htmx.org/x.js",
        "/favicon.svg",
        "/actuator/health/readiness"
    })
    void whatTheLoginPageNeedsIsOpen(String path) {
        assertThat(route("GET", path).open()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/nowhere", "/api/v1/nowhere", "/api/v2/users", "/h2-console", "/.git/config", "/peoples"})
    void everythingElseIsInNoRow(String path) {
        assertThat(RouteMap.of(request("GET", path))).isEmpty();
    }

    @Test
    void tokensNeedTheScopeOfTheAreaAndOfWhatTheyDo() {
        var reader = holder(EnumSet.allOf(Role.class), "runs:read");
        assertThat(reader.allows(route("GET", "/api/v1/runs"))).isTrue();
        assertThat(reader.allows(route("POST", "/api/v1/runs"))).isFalse();
        assertThat(reader.allows(route("GET", "/api/v1/models"))).isFalse();
    }

    @Test
    void tokensDoNoMoreThanTheirOwnerMay() {
        var everyScope = holder(EnumSet.of(DATA_OWNER), RouteMap.scopes().toArray(String[]::new));
        assertThat(everyScope.allows(route("POST", "/api/v1/datasets"))).isTrue();
        assertThat(everyScope.allows(route("POST", "/api/v1/runs"))).isFalse();
        assertThat(everyScope.allows(route("GET", "/api/v1/audit"))).isFalse();
    }

    @Test
    void noTokenMakesTokensOrChangesAPassword() {
        var everyScope = holder(EnumSet.allOf(Role.class), RouteMap.scopes().toArray(String[]::new));
        assertThat(everyScope.allows(route("POST", "/api/v1/tokens"))).isFalse();
        assertThat(everyScope.allows(route("POST", "/account/password"))).isFalse();
        assertThat(everyScope.allows(route("GET", "/api/v1/me"))).isTrue();
    }

    @Test
    void scopesAreThoseThatOpenSomething() {
        assertThat(RouteMap.scopes())
                .contains("runs:read", "runs:write", "audit:read")
                .doesNotContain("audit:write");
        assertThat(RouteMap.scopes(Set.of(ML_ENGINEER))).contains("runs:write").doesNotContain("subjects:read");
    }

    private static TokenHolder holder(Set<Role> roles, String... scopes) {
        return new TokenHolder(TokenId.random(), AccountId.random(), roles, Set.of(scopes));
    }

    private static Route route(String method, String path) {
        return RouteMap.of(request(method, path)).orElseThrow();
    }

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }

    private static Set<Role> roles(String letters) {
        var roles = EnumSet.noneOf(Role.class);
        letters.chars()
                .mapToObj(letter -> switch (letter) {
                    case 'D' -> DATA_OWNER;
                    case 'M' -> ML_ENGINEER;
                    case 'C' -> COMPLIANCE;
                    case 'A' -> ADMIN;
                    default -> throw new IllegalArgumentException("No role " + (char) letter);
                })
                .forEach(roles::add);
        return roles;
    }
}
