package dev.facewright.platform.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The vector that *Data Integrity EdDSA Cryptosuites* publishes for `eddsa-jcs-2022` (github.com/w3c/vc-di-eddsa,
/// TestVectors/eddsa-jcs-2022/signedJCS.json, 369f0f0).
class DataIntegrityTest {
    private static final String KEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    private static final byte[] PUBLIC =
            HexFormat.of().parseHex("b00d8d938e7f773d51565aad36a623f5344f7f5d1960f9cf3e8e12620ea2810f");
    private static final String PROOF =
            "z63t83Y53KfzJ5ZosfKTnqfMcKB2dmTrfjSaQjeNNjAD5srBowQfmWqeRb8rRjmeEuCBEsddF9LsVogtuTsijJKh4";
    private static final List<String> CONTEXT =
            List.of("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2");

    @Test
    void thePublishedProofIsOfWhatIsHashedHere() {
        Map<String, Object> document = new HashMap<>(Map.of(
                "@context", CONTEXT,
                "id", "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
                "type", List.of("VerifiableCredential", "AlumniCredential"),
                "name", "Alumni Credential",
                "description", "A minimum viable example of an Alumni Credential.",
                "issuer", "https://vc.example/issuers/5678",
                "validFrom", "2023-01-01T00:00:00Z",
                "credentialSubject", Map.of("id", "did:example:abcdefgh", "alumniOf", "The School of Examples")));
        Map<String, Object> options = DataIntegrity.options(document, PUBLIC, Instant.parse("2023-02-24T23:36:38Z"));
        options.put("verificationMethod", "https://vc.example/issuers/5678#" + KEY);

        byte[] hashed = DataIntegrity.hashed(options, document);

        assertThat(HexFormat.of().formatHex(hashed))
                .isEqualTo("ac75a9fbdb9b5606c064a88bb59ab355900074f6def99d16a82dd071a7a67066"
                        + "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19");
        assertThat(Ed25519.verifies(PUBLIC, hashed, decoded(PROOF))).isTrue();
        document.put("name", "Another");
        assertThat(Ed25519.verifies(PUBLIC, DataIntegrity.hashed(options, document), decoded(PROOF)))
                .isFalse();
    }

    @Test
    void keysAndSignaturesAreWrittenAsPublished() {
        assertThat(DataIntegrity.multikey(PUBLIC)).isEqualTo(KEY);
        assertThat(DataIntegrity.multibase(decoded(PROOF))).isEqualTo(PROOF);
        assertThat(DataIntegrity.multibase(new byte[] {0, 0, 1})).isEqualTo("z112");
    }

    static byte[] decoded(String multibase) {
        BigInteger number = BigInteger.ZERO;
        for (char digit : multibase.substring(1).toCharArray()) {
            number = number.multiply(BigInteger.valueOf(58))
                    .add(BigInteger.valueOf(
                            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".indexOf(digit)));
        }
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
