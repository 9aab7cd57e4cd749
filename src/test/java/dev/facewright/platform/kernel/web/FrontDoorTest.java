package dev.facewright.platform.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.kernel.ServerRole;
import dev.facewright.platform.kernel.ServerSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FrontDoorTest {
    private static final URI HERE = URI.create("http://localhost:8080");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | 198.51.100.1             | 203.0.113.9",
                "10.0.0.7    |                          | 10.0.0.7",
                "10.0.0.7    | 198.51.100.1             | 198.51.100.1",
                "10.0.0.7    | 6.6.6.6, 198.51.100.1    | 198.51.100.1",
                "10.0.0.7    | 6.6.6.6, 10.0.0.8        | 6.6.6.6",
                "10.0.0.7    | 10.0.0.9, 10.0.0.8       | 10.0.0.9",
                "10.0.0.7    | 198.51.100.1:4711        | 198.51.100.1",
                "10.0.0.7    | [2001:db8::1]:4711       | 2001:db8:0:0:0:0:0:1",
                "10.0.0.7    | 198.51.100.1, nonsense   | 10.0.0.7",
                "10.0.0.7    | faces.example.org        | 10.0.0.7",
            })
    void onlyATrustedProxySaysWhoStoodBeforeIt(String peer, @Nullable String claimed, String origin) throws Exception {
        var request = new MockHttpServletRequest("GET", "/people");
        request.setRemoteAddr(peer);
        if (claimed != null) {
            request.addHeader("X-Forwarded-For", claimed);
        }
        assertThat(admitted(request, HERE, "10.0.0.0/8", "::1").getRemoteAddr()).isEqualTo(origin);
    }

    @Test
    void theHostOfARequestIsNotBelieved() throws Exception {
        var admitted = admitted(forged(), HERE);
        assertThat(admitted.getRequestURL()).hasToString("http://localhost:8080/people");
        assertThat(admitted.getHeader("Host")).isNull();
        assertThat(admitted.getHeader("X-Forwarded-Host")).isNull();
        assertThat(admitted.getHeaders("Forwarded").hasMoreElements()).isFalse();
        assertThat(admitted.getHeaderNames().asIterator()).toIterable().containsExactly("Accept");
    }

    @Test
    void whereTheServerIsReachedIsConfigured() throws Exception {
        var admitted = admitted(forged(), URI.create("https://faces.example.org"), "10.0.0.0/8");
        assertThat(admitted.getRequestURL()).hasToString("https://faces.example.org/people");
        assertThat(admitted.isSecure()).isTrue();
        assertThat(admitted.getServerPort()).isEqualTo(443);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"faces.example.org", "ftp://faces.example.org", "https://faces.example.org/here", "https:/x"})
    void whatIsNoServerIsRefusedAtTheStart(String url) {
        assertThatThrownBy(() -> settings(URI.create(url), List.of())).hasMessageContaining("FACEWRIGHT_PUBLIC_URL");
    }

    private static MockHttpServletRequest forged() {
        var request = new MockHttpServletRequest("GET", "/people");
        request.setServerName("evil.example");
        request.setLocalAddr("192.0.2.1");
        request.setLocalPort(8080);
        request.addHeader("Host", "evil.example");
        request.addHeader("X-Forwarded-Host", "evil.example");
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("Forwarded", "host=evil.example");
        request.addHeader("Accept", "text/html");
        return request;
    }

    private static HttpServletRequest admitted(MockHttpServletRequest request, URI url, String... proxies)
            throws Exception {
        var chain = new MockFilterChain();
        new FrontDoor(settings(url, List.of(proxies))).doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
    }

    private static ServerSettings settings(URI url, List<String> proxies) {
        return new ServerSettings(ServerRole.ALL, Path.of("data"), url, proxies);
    }
}
