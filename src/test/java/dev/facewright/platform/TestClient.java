package dev.facewright.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One visitor of the server: keeps cookies as a browser does and sends the CSRF token with every change.
/// Redirects are not followed, so that a test sees them: `form(...).location()`.
public final class TestClient {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String address;
    private final @Nullable String token;

    /// @param address  such as `http://127.0.0.1:8080`
    public TestClient(String address, @Nullable String token) {
        this.address = address;
        this.token = token;
    }

    /// @throws AssertionError if the server refuses
    public TestClient logIn(String username, String password) {
        get("/login");
        form("/login", Map.of("username", username, "password", password)).expect(302);
        get("/account").expect(200); // the CSRF token changes at login
        return this;
    }

    public TestResponse get(String path) {
        return send("GET", path, null, "*/*", BodyPublishers.noBody());
    }

    /// A page as a browser asks for it.
    public TestResponse page(String path) {
        return send("GET", path, null, "text/html", BodyPublishers.noBody());
    }

    public TestResponse post(String path, Object json) {
        return send("POST", path, "application/json", "*/*", json(json));
    }

    public TestResponse post(String path) {
        return send("POST", path, null, "*/*", BodyPublishers.noBody());
    }

    public TestResponse put(String path, Object json) {
        return send("PUT", path, "application/json", "*/*", json(json));
    }

    public TestResponse patch(String path, Object json) {
        return send("PATCH", path, "application/json", "*/*", json(json));
    }

    public TestResponse delete(String path) {
        return send("DELETE", path, null, "*/*", BodyPublishers.noBody());
    }

    /// A body as it is, such as an archive.
    public TestResponse postBytes(String path, String contentType, byte[] body) {
        return send("POST", path, contentType, "*/*", BodyPublishers.ofByteArray(body));
    }

    /// A form of a page, one value a field.
    public TestResponse form(String path, Map<String, String> fields) {
        return form(
                path,
                fields.entrySet().stream()
                        .map(field -> List.of(field.getKey(), field.getValue()))
                        .toList());
    }

    /// A form of a page, as (name, value) pairs: a name may come more than once.
    public TestResponse form(String path, List<List<String>> fields) {
        var body = fields.stream()
                .map(field -> encode(field.get(0)) + "=" + encode(field.get(1)))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", "text/html", BodyPublishers.ofString(body));
    }

    /// A multipart form with text fields and files.
    public TestResponse upload(String path, Map<String, String> fields, TestFile... files) {
        var multipart = new TestMultipart(fields, List.of(files));
        return send("POST", path, multipart.contentType(), "*/*", BodyPublishers.ofByteArray(multipart.body()));
    }

    /// Any request, with extra headers as name, value, name, value, ...
    public TestResponse send(
            String method,
            String path,
            @Nullable String contentType,
            String accept,
            BodyPublisher body,
            String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LIMIT)
                .header("Accept", accept)
                .method(method, body);
        for (var header : ownHeaders(contentType)) {
            request.header(header.get(0), header.get(1));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return answer(request.build());
    }

    private List<List<String>> ownHeaders(@Nullable String contentType) {
        List<List<String>> headers = new ArrayList<>();
        if (contentType != null) {
            headers.add(List.of("Content-Type", contentType));
        }
        if (token != null) {
            headers.add(List.of("Authorization", "Bearer " + token));
        }
        cookie("XSRF-TOKEN").ifPresent(value -> headers.add(List.of("X-XSRF-TOKEN", value)));
        return headers;
    }

    /// @param name  of a cookie the server has set
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /// Sends no CSRF token with the next request, as a form on a foreign site would.
    public void forgetCsrfToken() {
        var store = cookies.getCookieStore();
        store.getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .toList()
                .forEach(cookie -> store.remove(URI.create(address), cookie));
    }

    private TestResponse answer(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            return new TestResponse(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(Object value) {
        return BodyPublishers.ofString(value instanceof String text ? text : JSON.writeValueAsString(value));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
