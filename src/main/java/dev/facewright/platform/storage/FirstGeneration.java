package dev.facewright.platform.storage;

import com.google.crypto.tink.subtle.Random;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it, before anything is read, that there is a generation of keys and that each live one can be opened. The
/// key that versions without generations had becomes the first.
class FirstGeneration {
    private static final Logger log = LoggerFactory.getLogger(FirstGeneration.class);

    private final KeyGenerationRepository generations;
    private final KeyRing ring;
    private final GenerationChange change;
    private final Optional<ConfiguredKey> configured;

    FirstGeneration(
            KeyGenerationRepository generations,
            KeyRing ring,
            GenerationChange change,
            Optional<ConfiguredKey> configured) {
        this.generations = generations;
        this.ring = ring;
        this.change = change;
        this.configured = configured;
    }

    /// @throws IllegalStateException that says what to do
    void open() {
        if (generations.newest() == 0) {
            change.first(
                    configured.map(ConfiguredKey::bytes).orElseGet(() -> Random.randBytes(KeyEncryptionKey.BYTES)));
        }
        generations.live().forEach(this::open);
        configured.filter(key -> !key.forget()).ifPresent(this::warn);
    }

    private void open(int number) {
        Optional<IllegalStateException> missing = missing(number);
        if (missing.isPresent() && !taken(number)) {
            throw new IllegalStateException(
                    missing.get().getMessage() + ". Nothing personal that was written with it can be read without it."
                            + " Restore the newest copy of the keys, or set facewright.keys.folder to where they are."
                            + " A database that no version with generations has opened yet needs the"
                            + " facewright.storage.key-encryption-key that it was written with.",
                    missing.get());
        }
    }

    private Optional<IllegalStateException> missing(int number) {
        try {
            ring.get(number);
            return Optional.empty();
        } catch (IllegalStateException missing) {
            return Optional.of(missing);
        }
    }

    /// Whether it is the configured one, which is kept in the store from now on.
    private boolean taken(int number) {
        byte[] check = generations.opening(number).orElseThrow().getCheckValue();
        return configured
                .map(ConfiguredKey::bytes)
                .filter(key -> KeyEncryptionKey.of(key).made(check))
                .map(key -> {
                    change.take(number, key);
                    return missing(number).isEmpty();
                })
                .orElse(false);
    }

    private void warn(ConfiguredKey key) {
        if (generations.opening(1).isEmpty()) {
            log.warn(
                    "{} opens nothing any more, except copies of the database that were made before it was destroyed:"
                            + " remove it, and every copy of it",
                    key);
        } else {
            log.warn("{} is the first generation of keys by now, and kept where the others are: remove it", key);
        }
    }
}
