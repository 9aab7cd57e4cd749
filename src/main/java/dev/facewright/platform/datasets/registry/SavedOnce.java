package dev.facewright.platform.datasets.registry;

import java.util.UUID;
import org.springframework.data.domain.Persistable;

/// A row whose id is drawn before it is stored: saved once, when it is made, without a look whether it is there.
public interface SavedOnce extends Persistable<UUID> {
    @Override
    default boolean isNew() {
        return true;
    }
}
