package dev.facewright.platform.consent;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectRegister;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Knows the keys under which hashes of erased evidence stay.
@Component
class EvidenceKeyRegister implements ObjectRegister {
    private final EvidenceProofKeyRepository proofKeys;

    EvidenceKeyRegister(EvidenceProofKeyRepository proofKeys) {
        this.proofKeys = proofKeys;
    }

    @Override
    public String name() {
        return "evidence-proofs";
    }

    @Override
    public Set<ObjectOwner.Kind> kinds() {
        return Set.of(ObjectOwner.Kind.EVIDENCE);
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        return Set.of();
    }

    @Override
    public Set<UUID> knownKeys(Collection<OwnedKey> keys) {
        return proofKeys.known(keys.stream().map(OwnedKey::key).collect(Collectors.toSet()));
    }
}
