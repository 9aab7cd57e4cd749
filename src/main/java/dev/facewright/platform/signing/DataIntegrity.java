package dev.facewright.platform.signing;

import dev.facewright.platform.storage.Sha256;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The cryptosuite `eddsa-jcs-2022` of *Data Integrity EdDSA Cryptosuites 1.0* (W3C Recommendation of 15 May 2025):
/// what
/// credentials are secured with, whose readers know nothing of DSSE. The issuer is the key itself, as a `did:key`.
///
/// The canonical form is RFC 8785's for what is written here: objects of text, whole numbers, lists and objects,
/// without
/// control characters. Of anything else it would have to know more.
final class DataIntegrity {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    /// Of an Ed25519 public key, as a variable-length number.
    private static final byte[] MULTICODEC = {(byte) 0xed, 0x01};

    private static final String BASE_58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private DataIntegrity() {}

    /// @return all that the proof says, but for its value
    static Map<String, Object> options(Map<String, Object> document, byte[] publicKey, Instant created) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("type", "DataIntegrityProof");
        options.put("cryptosuite", "eddsa-jcs-2022");
        options.put("created", created.toString());
        options.put("verificationMethod", did(publicKey) + "#" + multikey(publicKey));
        options.put("proofPurpose", "assertionMethod");
        options.put("@context", document.get("@context"));
        return options;
    }

    /// What is signed: the hashes of the options and of the document.
    static byte[] hashed(Map<String, Object> options, Map<String, Object> document) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(Sha256.digest().digest(CANONICAL.writeValueAsBytes(options)));
        both.writeBytes(Sha256.digest().digest(CANONICAL.writeValueAsBytes(document)));
        return both.toByteArray();
    }

    static String did(byte[] publicKey) {
        return "did:key:" + multikey(publicKey);
    }

    static String multikey(byte[] publicKey) {
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        named.writeBytes(MULTICODEC);
        named.writeBytes(publicKey);
        return multibase(named.toByteArray());
    }

    /// base58btc after its prefix.
    static String multibase(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        BigInteger rest = new BigInteger(1, bytes);
        BigInteger base = BigInteger.valueOf(BASE_58.length());
        while (rest.signum() > 0) {
            BigInteger[] divided = rest.divideAndRemainder(base);
            text.append(BASE_58.charAt(divided[1].intValue()));
            rest = divided[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            text.append(BASE_58.charAt(0));
        }
        return text.append('z').reverse().toString();
    }
}
