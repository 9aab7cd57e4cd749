package dev.facewright.platform.erasure;

import dev.facewright.platform.erasure.Certificate.Sealed;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.KeyGenerations;
import dev.facewright.platform.storage.Sealing;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Sees to it that copies of destroyed keys, wherever a page, a log or a backup has them, open nothing any more.
@Component
class CopySeal {
    private final KeyGenerations generations;

    CopySeal(KeyGenerations generations) {
        this.generations = generations;
    }

    /// Once for all keys that are destroyed by now. Never within a transaction.
    void close() {
        var _ = generations.renew();
    }

    /// @throws IllegalStateException if they can still be opened
    List<Sealed> copiesOf(DataKeyId destroyed) {
        Sealing sealing = generations.sealing(List.of(destroyed));
        if (!sealing.sealed()) {
            throw new IllegalStateException("Copies of a destroyed key can still be opened");
        }
        return sealing.copies().stream()
                .map(copies -> new Sealed(
                        copies.place().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Objects.requireNonNull(sealing.at()),
                        copies.goneBy(),
                        sealing.generations()))
                .toList();
    }
}
