package dev.facewright.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestResponse;
import dev.facewright.platform.TestSession;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Walks every route that a controller answers, as everyone there is, and compares what happens with the table.
@FacewrightTest
class RoutesOverHttpTest {
    private final TestSession session;
    private final RequestMappingHandlerMapping mappings;

    RoutesOverHttpTest(TestSession session, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.session = session;
        this.mappings = requestMappingHandlerMapping;
    }

    /// A method and a path with ids that nothing has.
    record Call(String method, String path) {
        Route row() {
            var request = new MockHttpServletRequest(method, path);
            ServletRequestPathUtils.parseAndCache(request);
            return RouteMap.of(request).orElseThrow(() -> new AssertionError(this + " is in no row of the table"));
        }

        boolean isApi() {
            return path.startsWith("/api/") || path.startsWith("/v3/");
        }
    }

    @Test
    void everyRouteOfEveryControllerIsInTheTable() {
        assertThat(calls())
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.row()).isNotNull());
    }

    @Test
    void everyRouteLetsInExactlyTheRolesOfTheMap() {
        List<String> wrong = new ArrayList<>();
        for (var role : Role.values()) {
            var client = session.as(role);
            for (var call : calls()) {
                var row = call.row();
                boolean expected = row.open() || row.roles().contains(role);
                if (letIn(client, call) != expected) {
                    wrong.add(role + (expected ? " is kept out of " : " gets into ") + call);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoeverIsNotLoggedInGetsNothingThatIsNotOpen() {
        var nobody = session.anonymous();
        nobody.get("/login");
        for (var call : calls()) {
            if (!call.row().open()) {
                var response = call(nobody, call);
                if (call.isApi()) {
                    assertThat(response.status()).as(call.toString()).isEqualTo(401);
                } else {
                    assertThat(response.location()).as(call.toString()).isEqualTo("/login");
                }
            }
        }
    }

    private static boolean letIn(TestClient client, Call call) {
        return call(client, call).status() != 403;
    }

    private static TestResponse call(TestClient client, Call call) {
        return client.send(
                call.method(), call.path(), null, call.isApi() ? "*/*" : "text/html", BodyPublishers.noBody());
    }

    private List<Call> calls() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(RoutesOverHttpTest::calls)
                .distinct()
                .toList();
    }

    private static Stream<Call> calls(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .map(pattern ->
                        pattern.replaceAll("\\{[^/]*}", UUID.randomUUID().toString()))
                .flatMap(path -> (methods.isEmpty() ? Stream.of(RequestMethod.GET) : methods.stream())
                        .map(method -> new Call(method.name(), path)));
    }
}
