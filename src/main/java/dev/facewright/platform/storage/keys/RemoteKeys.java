package dev.facewright.platform.storage.keys;

import dev.facewright.platform.storage.StorageProblem.KeyStoreUnavailable;
import dev.facewright.platform.storage.keys.KeyCall.Answer;
import dev.facewright.platform.storage.keys.KeyCallSeal.Asked;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Keys that a server hands out: for processes that share no disk with it, such as workers.
public final class RemoteKeys implements KeySource {
    public static final String PATH = "/api/internal/keys";
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    /// Also of a change: some millions of data keys are wrapped anew in that time.
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(10);

    private final URI server;
    private final KeyCallSeal seal;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();

    public RemoteKeys(URI server, String secret, JsonMapper json, Clock clock) {
        this.server = server;
        this.seal = new KeyCallSeal(secret);
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<byte[]> find(String name, byte @Nullable [] sealed) {
        return Optional.of(ask(KeyCall.KEY + name)).filter(key -> key.length > 0);
    }

    /// @throws IllegalStateException if the server refuses
    /// @throws KeyStoreUnavailable if it does not answer
    public byte[] ask(String what) {
        Asked asked = seal.ask(what, clock.instant());
        HttpResponse<byte[]> response = send(json.writeValueAsBytes(asked.call()));
        return switch (response.statusCode()) {
            case 200 -> seal.open(asked, json.readValue(response.body(), Answer.class));
            case 403 ->
                throw new IllegalStateException(this + " refuses to give keys: facewright.keys.secret must be"
                        + " the same there and here, and the clocks no more than a minute apart");
            default ->
                throw new KeyStoreUnavailable(new IOException(this + " answered with status " + response.statusCode()));
        };
    }

    private HttpResponse<byte[]> send(byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(PATH))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
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
        return "the server " + server;
    }
}
