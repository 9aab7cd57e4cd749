package dev.facewright.platform.storage.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks as much of a Vault's transit engine as is asked of one, by its published API: no Vault is at hand here.
final class SmallVault implements AutoCloseable {
    static final String TOKEN = "s.token";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, AesGcmJce> keys = new TreeMap<>();
    private final Map<String, Boolean> deletable = new TreeMap<>();
    private final HttpServer http;

    SmallVault() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/v1/transit/", this::answer);
        http.start();
    }

    TransitCalls calls(String token) {
        URI address = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
        return new TransitCalls(address, "transit", token, JSON);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/v1/transit/".length());
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        try {
            if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
                send(exchange, 403, Map.of());
            } else if (path.equals("keys")) {
                send(exchange, keys.isEmpty() ? 404 : 200, Map.of("keys", keys.keySet()));
            } else {
                String[] parts = path.split("/", 2);
                answer(exchange, parts[0], parts[1], body);
            }
        } catch (GeneralSecurityException e) {
            send(exchange, 400, Map.of());
        }
    }

    private void answer(HttpExchange exchange, String what, String rest, JsonNode body)
            throws IOException, GeneralSecurityException {
        String name = rest.replace("/config", "");
        boolean known = keys.containsKey(name);
        switch (what + " " + exchange.getRequestMethod()) {
            case "keys GET" -> send(exchange, known ? 200 : 404, Map.of("name", name));
            case "keys DELETE" -> {
                boolean allowed = deletable.getOrDefault(name, false);
                if (allowed) {
                    keys.remove(name);
                }
                send(exchange, allowed ? 204 : 400, Map.of());
            }
            case "keys POST" -> {
                if (rest.endsWith("/config")) {
                    deletable.put(name, body.at("/deletion_allowed").asBoolean());
                } else {
                    keys.putIfAbsent(name, new AesGcmJce(Random.randBytes(32)));
                }
                send(exchange, 200, Map.of());
            }
            default ->
                send(
                        exchange,
                        known ? 200 : 400,
                        known ? crypt(what, Objects.requireNonNull(keys.get(name)), body) : Map.of());
        }
    }

    private static Map<String, Object> crypt(String what, AesGcmJce key, JsonNode body)
            throws GeneralSecurityException {
        byte[] context = Base64.getDecoder().decode(body.at("/associated_data").asString());
        if (what.equals("encrypt")) {
            byte[] plain = Base64.getDecoder().decode(body.at("/plaintext").asString());
            return Map.of("ciphertext", "vault:v1:" + base64(key.encrypt(plain, context)));
        }
        String cipher = body.at("/ciphertext").asString().substring("vault:v1:".length());
        return Map.of("plaintext", base64(key.decrypt(Base64.getDecoder().decode(cipher), context)));
    }

    private static String base64(byte[] bytes) {
        return new String(Base64.getEncoder().encode(bytes), UTF_8);
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> data) throws IOException {
        byte[] body = JSON.writeValueAsBytes(Map.of("data", data));
        exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
        if (status != 204) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
