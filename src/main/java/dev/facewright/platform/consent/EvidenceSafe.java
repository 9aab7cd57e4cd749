package dev.facewright.platform.consent;

import dev.facewright.platform.consent.ConsentProblem.ConsentInvalid;
import dev.facewright.platform.consent.NewConsent.Evidence;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.PlannedObjects;
import dev.facewright.platform.storage.Sha256;
import dev.facewright.platform.storage.Vault;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/// Keeps evidence, encrypted under the key of the subject it is about.
@Component
class EvidenceSafe {
    private final ObjectStore store;
    private final PlannedObjects planned;
    private final Vault vault;
    private final ConsentSettings settings;

    EvidenceSafe(ObjectStore store, PlannedObjects planned, Vault vault, ConsentSettings settings) {
        this.store = store;
        this.planned = planned;
        this.vault = vault;
        this.settings = settings;
    }

    /// @throws ConsentInvalid if it is empty, too large or of no accepted type
    EvidenceType check(Evidence evidence) {
        if (evidence.content().length == 0) {
            throw new ConsentInvalid("evidence", "empty");
        }
        if (evidence.content().length > settings.evidenceLimit().toBytes()) {
            throw new ConsentInvalid("evidence", "too-large");
        }
        return EvidenceType.of(evidence.content()).orElseThrow(() -> new ConsentInvalid("evidence", "type"));
    }

    /// Belongs to the caller's transaction.
    StoredEvidence keep(SubjectId subject, DataKeyId dataKey, ConsentId consent, Evidence evidence) {
        EvidenceType type = check(evidence);
        byte[] cipher = vault.encrypt(dataKey, evidence.content(), context(consent));
        ObjectKey key = ObjectKey.of(ObjectOwner.subject(subject.value()), "evidence", consent.toString());
        planned.put(key, () -> store.put(key, cipher, "application/octet-stream"));
        return new StoredEvidence(key, type, evidence.content().length, Sha256.hex(evidence.content()));
    }

    byte[] read(DataKeyId dataKey, ConsentId consent, ObjectKey key) {
        return vault.decrypt(dataKey, store.get(key), context(consent));
    }

    private static byte[] context(ConsentId consent) {
        return ("evidence:" + consent).getBytes(StandardCharsets.UTF_8);
    }

    /// Where evidence was put and what it was.
    ///
    /// @param hash  SHA-256 of the plain content
    record StoredEvidence(ObjectKey key, EvidenceType type, long bytes, String hash) {}
}
