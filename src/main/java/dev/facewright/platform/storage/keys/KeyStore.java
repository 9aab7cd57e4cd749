package dev.facewright.platform.storage.keys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps keys by name until they are destroyed, durably and apart from the data. Says nothing of what they are for.
public interface KeyStore extends KeySource {
    KeyEngine engine();

    /// Keeps a key under a name that was never used, so that it survives whatever happens once this returns.
    ///
    /// @return what the key is encrypted in, if the store itself keeps only the key it is encrypted under
    byte @Nullable [] keep(String name, byte[] key);

    /// Nobody can ever open the key again once this returns. Doing it twice is fine.
    void destroy(String name);

    /// Of every key in the store, whoever put it there.
    List<String> names();
}
