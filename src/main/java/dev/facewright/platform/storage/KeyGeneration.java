package dev.facewright.platform.storage;

import dev.facewright.platform.storage.keys.KeyEngine;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One numbered key-encryption key: where it is kept and how far it is. The key itself is in a key store.
@Entity
@Table(name = "key_generation")
class KeyGeneration {
    @Id
    private int number;

    @Enumerated(EnumType.STRING)
    private GenerationState state;

    @Enumerated(EnumType.STRING)
    private KeyEngine engine;

    private String keyName;
    private byte @Nullable [] sealedKey;
    private byte[] checkValue;
    private Instant createdAt;
    private @Nullable Instant activatedAt;
    private @Nullable Instant destroyedAt;
    private long rewrapped;

    protected KeyGeneration() {}

    int number() {
        return number;
    }

    GenerationState state() {
        return state;
    }

    KeyEngine engine() {
        return engine;
    }

    String keyName() {
        return keyName;
    }

    byte @Nullable [] sealedKey() {
        return sealedKey;
    }

    byte[] checkValue() {
        return checkValue;
    }

    @Nullable
    Instant destroyedAt() {
        return destroyedAt;
    }

    long rewrapped() {
        return rewrapped;
    }

    void activate(Instant now) {
        if (state == GenerationState.PREPARED) {
            state = GenerationState.ACTIVE;
            activatedAt = now;
        }
    }

    void giveUp() {
        if (state == GenerationState.ACTIVE) {
            state = GenerationState.DESTROYING;
        }
    }

    /// @param rewrapped  how many keys left it
    /// @return whether it was not yet
    boolean destroyed(long rewrapped, Instant now) {
        if (state != GenerationState.DESTROYING) {
            return false;
        }
        state = GenerationState.DESTROYED;
        sealedKey = null;
        destroyedAt = now;
        this.rewrapped = rewrapped;
        return true;
    }

    GenerationView view(int current, long keys) {
        return new GenerationView(number, state, number == current, engine, activatedAt, destroyedAt, keys, rewrapped);
    }

    /// It is kept elsewhere from now on.
    void movedTo(KeyEngine engine, String keyName, byte @Nullable [] sealedKey) {
        this.engine = engine;
        this.keyName = keyName;
        this.sealedKey = sealedKey;
    }
}
