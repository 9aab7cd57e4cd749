package dev.facewright.platform.signing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Signs documents for the other modules, and tells whether it did.
@Service
public class Signatures {
    private final SigningKeyRepository rows;
    private final SigningKeys keys;

    Signatures(SigningKeyRepository rows, SigningKeys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    /// @param payloadType  says what the bytes are, and is signed with them: `application/vnd.facewright.x+json`
    /// @throws IllegalArgumentException for a statement of keys, which nobody but the keys themselves makes
    @Transactional(readOnly = true)
    public Envelope sign(DocumentKind kind, String payloadType, byte[] payload) {
        if (kind == DocumentKind.KEY_STATEMENT) {
            throw new IllegalArgumentException("The root signs nothing but its keys");
        }
        SigningKey key = rows.inUse(kind).orElseThrow();
        return Envelope.of(payloadType, payload, List.of(keys.sign(key, payloadType, payload)));
    }

    /// The payload, if it is of that type and was signed here as that kind of document, by whichever key of it, unless
    /// the key fell into other hands.
    @Transactional(readOnly = true)
    public Optional<byte[]> verify(DocumentKind kind, String payloadType, Envelope envelope) {
        List<byte[]> believed = rows.findByKindOrderBySinceDescIdAsc(kind).stream()
                .filter(key -> !key.compromised())
                .map(SigningKey::publicKey)
                .toList();
        return envelope.verified(payloadType, believed);
    }

    /// The key that the next document of this kind is signed with.
    @Transactional(readOnly = true)
    public SigningKeyView keyInUse(DocumentKind kind) {
        return rows.inUse(kind).orElseThrow().view();
    }

    /// The same document with who issued it, and a proof of that inside it: see `DataIntegrity`.
    ///
    /// @param document  with its `@context`; texts, whole numbers, lists and maps
    @Transactional(readOnly = true)
    public Map<String, Object> prove(DocumentKind kind, Map<String, Object> document, Instant created) {
        SigningKey key = rows.inUse(kind).orElseThrow();
        Map<String, Object> proved = new LinkedHashMap<>(document);
        proved.put("issuer", DataIntegrity.did(key.publicKey()));
        Map<String, Object> proof = DataIntegrity.options(proved, key.publicKey(), created);
        byte[] signature = keys.signed(key, DataIntegrity.hashed(proof, proved));
        proof.put("proofValue", DataIntegrity.multibase(signature));
        proved.put("proof", proof);
        return proved;
    }
}
