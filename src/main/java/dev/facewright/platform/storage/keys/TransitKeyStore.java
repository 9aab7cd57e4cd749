package dev.facewright.platform.storage.keys;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The transit engine of a Vault: each of our keys is encrypted under a key of its own there, which never leaves the
/// Vault and is destroyed in it. It is asked once for each generation and process, whatever the number of data keys.
public final class TransitKeyStore implements KeyStore {
    private static final Map<String, Object> NEVER_LEAVES =
            Map.of("type", "aes256-gcm96", "exportable", false, "allow_plaintext_backup", false);

    private final TransitCalls vault;

    public TransitKeyStore(TransitCalls vault) {
        this.vault = vault;
    }

    @Override
    public KeyEngine engine() {
        return KeyEngine.TRANSIT;
    }

    @Override
    public byte[] keep(String name, byte[] key) {
        vault.call("POST", "keys/" + name, NEVER_LEAVES);
        try {
            return under(name).encrypt(key, bytes(name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt a key under " + name + " in " + vault, e);
        }
    }

    @Override
    public Optional<byte[]> find(String name, byte @Nullable [] sealed) {
        if (sealed == null || !exists(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(under(name).decrypt(sealed, bytes(name)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot decrypt a key under " + name + " in " + vault, e);
        }
    }

    @Override
    public void destroy(String name) {
        if (exists(name)) {
            vault.call("POST", "keys/" + name + "/config", Map.of("deletion_allowed", true));
            vault.call("DELETE", "keys/" + name, null);
        }
    }

    @Override
    public List<String> names() {
        return vault.call("GET", "keys?list=true", null)
                .map(answer -> answer.at("/data/keys")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList())
                .orElse(List.of());
    }

    private boolean exists(String name) {
        return vault.call("GET", "keys/" + name, null).isPresent();
    }

    private Aead under(String name) {
        return new TransitAead(vault, name);
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return vault.toString();
    }
}
