package dev.facewright.platform.storage.keys;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives keys by name.
public interface KeySource {
    /// Empty if there is none of that name, or none any more.
    ///
    /// @param sealed  what the row of the key has of it, if its store keeps only the key it is encrypted under
    Optional<byte[]> find(String name, byte @Nullable [] sealed);
}
