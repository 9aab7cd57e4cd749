package dev.facewright.platform.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestSession;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no client sends by itself: bytes that are hardly HTTP.
@FacewrightTest
class UnreadableRequestsTest {
    private final TestSession session;

    UnreadableRequestsTest(TestSession session) {
        this.session = session;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/runs?x=[<] HTTP/1.1\r\nHost: localhost\r\n",
                "GET /api/v1/runs HTTP/1.1\r\nHost: no host\r\n",
                "GET /api/v1/runs HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n",
                "GET /api/v1/%zz HTTP/1.1\r\nHost: localhost\r\n",
                "\u0001\u0002 / HTTP/1.1\r\nHost: localhost\r\n"
            })
    void programsAreToldInTheirFormat(String request) throws IOException {
        assertThat(answer(request))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json;charset=UTF-8")
                .contains("\"type\":\"urn:facewright:problem:bad-request\"", "\"status\":400")
                .doesNotContain("<html", "Apache Tomcat");
    }

    @Test
    void browsersGetAPage() throws IOException {
        assertThat(answer("GET /runs HTTP/1.1\r\nHost: no host\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("text/html")
                .doesNotContain("Apache Tomcat");
    }

    private String answer(String request) throws IOException {
        URI address = URI.create(session.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            byte[] bytes = (request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
            socket.getOutputStream().write(bytes);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
