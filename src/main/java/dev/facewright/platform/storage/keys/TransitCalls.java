package dev.facewright.platform.storage.keys;

import dev.facewright.platform.storage.StorageProblem.KeyStoreUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the transit engine of a Vault over HTTP.
public final class TransitCalls {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);

    private final URI engine;
    private final String token;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();

    /// @param mount  where the engine is mounted: `transit`
    public TransitCalls(URI address, String mount, String token, JsonMapper json) {
        this.engine = address.resolve("/v1/" + mount + "/");
        this.token = token;
        this.json = json;
    }

    /// Empty if there is no such thing.
    ///
    /// @throws KeyStoreUnavailable if the Vault cannot be reached, is sealed, or refuses
    Optional<JsonNode> call(String method, String path, @Nullable Map<String, Object> body) {
        BodyPublisher sent =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(engine.resolve(path))
                .timeout(ANSWER_LIMIT)
                .header("X-Vault-Token", token)
                .method(method, sent)
                .build());
        return switch (response.statusCode()) {
            case 200 -> Optional.of(json.readTree(response.body()));
            case 204 -> Optional.of(json.createObjectNode());
            case 404 -> Optional.empty();
            default ->
                throw new KeyStoreUnavailable(new IOException(this + " answered with status " + response.statusCode()));
        };
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new KeyStoreUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyStoreUnavailable(e);
        }
    }

    @Override
    public String toString() {
        return "the Vault at " + engine;
    }
}
