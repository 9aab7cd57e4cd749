package dev.facewright.platform.consent;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner.Kind;
import dev.facewright.platform.storage.ObjectRegister;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Evidence that stands in a row, and the keys of people who are not erased.
@Component
class SubjectRegister implements ObjectRegister {
    private final SubjectRepository subjects;

    SubjectRegister(SubjectRepository subjects) {
        this.subjects = subjects;
    }

    @Override
    public String name() {
        return "evidence";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.SUBJECT);
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        Set<String> evidence = keys.stream()
                .map(ObjectKey::value)
                .filter(key -> key.contains("evidence/"))
                .collect(Collectors.toSet());
        return evidence.isEmpty()
                ? Set.of()
                : subjects.evidenceAt(evidence).stream().map(ObjectKey::new).collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> knownKeys(Collection<OwnedKey> keys) {
        return subjects.keysInUse(keys.stream().map(OwnedKey::key).toList());
    }
}
