package dev.facewright.platform;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// What the server answered.
public record TestResponse(int status, HttpHeaders headers, byte[] body) {
    /// @throws AssertionError with the answer's text, if the status is another
    public TestResponse expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError("Expected status " + wanted + ", got " + status + ": " + text());
        }
        return this;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return TestClient.JSON.readTree(body);
    }

    public <T> T json(Class<T> type) {
        return TestClient.JSON.readValue(body, type);
    }

    /// The path of the Location header, without the server's address; empty if there is none.
    public String location() {
        return header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /// The last part of the Location header's path: the id of what was created.
    public String createdId() {
        return location().substring(location().lastIndexOf('/') + 1);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /// The slug of the problem the server answered with; empty if it is none.
    public String problem() {
        return json().path("type").asString("").replace("urn:facewright:problem:", "");
    }
}
