package dev.facewright.platform.storage;

import dev.facewright.platform.storage.KeyGenerationRepository.Opening;
import dev.facewright.platform.storage.keys.KeySource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;

/// The keys of generations that this process has asked its key store for. Looks every half second which of them are
/// still live, and drops the others: none is kept for more than a second after it was destroyed anywhere.
class KeyRing {
    private static final long LOOK_EVERY_MILLIS = 500;

    private final KeyGenerationRepository generations;
    private final KeySource source;
    private final Map<Integer, KeyEncryptionKey> kept = new ConcurrentHashMap<>();
    private volatile long lookedAt = System.nanoTime();

    KeyRing(KeyGenerationRepository generations, KeySource source) {
        this.generations = generations;
        this.source = source;
    }

    /// A key, and the number it goes by.
    record Held(int generation, KeyEncryptionKey key) {}

    /// The newest, which lives at least until the caller's transaction ends.
    Held holdCurrent() {
        while (true) {
            Optional<Integer> current = generations.holdCurrent();
            if (current.isPresent()) {
                return new Held(current.get(), get(current.get()));
            }
        }
    }

    /// @throws IllegalStateException if the generation is destroyed, or its key is lost
    KeyEncryptionKey get(int generation) {
        return find(generation)
                .orElseThrow(() -> new IllegalStateException("Generation " + generation + " of keys is destroyed"));
    }

    /// Empty if the generation is destroyed.
    ///
    /// @throws IllegalStateException if it is not, and its key is lost or another
    Optional<KeyEncryptionKey> find(int generation) {
        if (System.nanoTime() - lookedAt > TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS)) {
            dropDestroyed();
        }
        KeyEncryptionKey known = kept.get(generation);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<KeyEncryptionKey> found = generations.opening(generation).flatMap(this::opened);
        found.ifPresent(key -> kept.put(generation, key));
        return found;
    }

    /// Empty if it was destroyed while its store was asked.
    private Optional<KeyEncryptionKey> opened(Opening row) {
        Optional<KeyEncryptionKey> key =
                source.find(row.getKeyName(), row.getSealedKey()).map(KeyEncryptionKey::of);
        if (key.isEmpty() && generations.live().contains(row.getNumber())) {
            throw new IllegalStateException("Generation " + row.getNumber() + " of keys is not in " + source);
        }
        if (!key.map(found -> found.made(row.getCheckValue())).orElse(true)) {
            throw new IllegalStateException("Generation " + row.getNumber() + " of keys is another one in " + source);
        }
        return key;
    }

    /// Where the database does not tell, none is trusted to be live.
    @Scheduled(fixedDelay = LOOK_EVERY_MILLIS)
    void dropDestroyed() {
        try {
            kept.keySet().retainAll(generations.live());
            lookedAt = System.nanoTime();
        } catch (RuntimeException unknown) {
            kept.clear();
            throw unknown;
        }
    }
}
