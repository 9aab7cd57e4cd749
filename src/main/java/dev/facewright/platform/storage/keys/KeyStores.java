package dev.facewright.platform.storage.keys;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every store there is: new keys go into the first, and those of before are read and destroyed where they are. So
/// moving from one to another is a matter of configuring it and changing the generation.
public final class KeyStores implements KeySource {
    private final KeyStore first;
    private final Map<KeyEngine, KeyStore> byEngine = new EnumMap<>(KeyEngine.class);

    public KeyStores(List<KeyStore> stores) {
        this.first = stores.getFirst();
        stores.forEach(store -> byEngine.put(store.engine(), store));
    }

    /// Where new keys go.
    public KeyStore first() {
        return first;
    }

    @Override
    public Optional<byte[]> find(String name, byte @Nullable [] sealed) {
        return of(sealed == null ? KeyEngine.FILE : KeyEngine.TRANSIT).find(name, sealed);
    }

    /// @throws IllegalStateException if it is not configured any more
    public KeyStore of(KeyEngine engine) {
        return Optional.ofNullable(byEngine.get(engine))
                .orElseThrow(() -> new IllegalStateException("A key is in a store that is not configured: " + engine
                        + ". Configure it until the generation was changed."));
    }

    @Override
    public String toString() {
        return first.toString();
    }
}
