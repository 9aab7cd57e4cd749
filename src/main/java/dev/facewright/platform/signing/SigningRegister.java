package dev.facewright.platform.signing;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner.Kind;
import dev.facewright.platform.storage.ObjectRegister;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Data keys of the keys that sign. They have no objects.
@Component
class SigningRegister implements ObjectRegister {
    private final SigningKeyRepository rows;

    SigningRegister(SigningKeyRepository rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "signing";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.SIGNING);
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        return Set.of();
    }

    @Override
    public Set<UUID> knownKeys(Collection<OwnedKey> keys) {
        return rows.dataKeysAmong(keys.stream().map(OwnedKey::key).toList());
    }
}
