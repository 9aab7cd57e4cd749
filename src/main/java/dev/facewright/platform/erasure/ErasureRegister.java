package dev.facewright.platform.erasure;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectRegister;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Knows the keys of what erasures under way look for.
@Component
class ErasureRegister implements ObjectRegister {
    private final ErasureMarksRepository marks;

    ErasureRegister(ErasureMarksRepository marks) {
        this.marks = marks;
    }

    @Override
    public String name() {
        return "erasures";
    }

    @Override
    public Set<ObjectOwner.Kind> kinds() {
        return Set.of(ObjectOwner.Kind.ERASURE);
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        return Set.of();
    }

    @Override
    public Set<UUID> knownKeys(Collection<OwnedKey> keys) {
        return marks.knownKeys(keys.stream().map(OwnedKey::key).collect(Collectors.toSet()));
    }
}
