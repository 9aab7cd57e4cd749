package dev.facewright.platform.models;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner.Kind;
import dev.facewright.platform.storage.ObjectRegister;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Files of model versions.
@Component
class WeightsRegister implements ObjectRegister {
    private final ModelVersionRepository rows;

    WeightsRegister(ModelVersionRepository rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "weights";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.MODEL);
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        return rows.weightsAmong(keys.stream().map(ObjectKey::value).toList()).stream()
                .map(ObjectKey::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> knownKeys(Collection<OwnedKey> keys) {
        return rows.keysInUse(
                keys.stream().map(OwnedKey::owner).toList(),
                keys.stream().map(OwnedKey::key).toList());
    }
}
