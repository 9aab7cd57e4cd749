package dev.facewright.platform.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.signing.Envelope.EnvelopeSignature;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The protocol's published vectors (github.com/secure-systems-lab/dsse, testvectors/vectors.json, 82043ad), whose keys
/// are those of RFC 8032's first tests.
class EnvelopeTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] A = HEX.parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    private static final byte[] B = HEX.parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    private static final String TYPE = "application/vnd.in-toto+json";
    private static final String PAYLOAD = "eyJfdHlwZSI6Imh0dHBzOi8vaW4tdG90by5pby9TdGF0ZW1lbnQvdjEifQ==";
    private static final String BY_A =
            "2WAfaHm5jluo0w+0rk8uVkluELJYWjSmU9x7EUzx+AyteDGJ4/nqyJXfmAUVFIAoQafWm7AxBZNw5M9ixNHiCA==";
    private static final String BY_B =
            "c1+67/aT0yqEpwx8PsVY3MLHsj9D0CZ014/Fv/QlG59P+9CobUZ7xECJ/V3USG0Ob9CiE5LjReEZUzNF2l7eBw==";

    @Test
    void whatIsSignedIsTheProtocols() {
        assertThat(HEX.formatHex(Envelope.preAuthentication(
                        "application/vnd.exämple+json",
                        "{\"_type\":\"https://in-toto.io/Statement/v1\"}".getBytes(StandardCharsets.UTF_8))))
                .as("the length of the type is that of its bytes")
                .isEqualTo("445353457631203239206170706c69636174696f6e2f766e642e6578c3a46d706c652b6a736f6e203433207b"
                        + "225f74797065223a2268747470733a2f2f696e2d746f746f2e696f2f53746174656d656e742f7631227d");
        assertThat(HEX.formatHex(Envelope.preAuthentication(TYPE, new byte[0])))
                .isEqualTo("445353457631203238206170706c69636174696f6e2f766e642e696e2d746f746f2b6a736f6e203020");
    }

    @Test
    void publishedEnvelopesVerify() {
        assertThat(of(TYPE, PAYLOAD, BY_A, "A").verified(TYPE, List.of(A))).isPresent();
        assertThat(of(
                                "application/vnd.exämple+json",
                                PAYLOAD,
                                "xmSk/ug66ysT7ayhkCIjhAq42zgZXSsEWuzUaNL7w2eGAdF/NU6/"
                                        + "fRXPtmfN+5DNSAs5/i2lUnHjbbjPsu0tAw==",
                                "A")
                        .verified("application/vnd.exämple+json", List.of(A)))
                .isPresent();
        assertThat(of(
                                TYPE,
                                "",
                                "gSggCAaTLTYyRH6FIDBem6meyIynsYy8RTHVzwx9tnTb7Bg/1jMWnuVgI/gffqmbsC2VX5/jHfkkDqsj7CDbDg==",
                                "A")
                        .verified(TYPE, List.of(A)))
                .hasValueSatisfying(empty -> assertThat(empty).isEmpty());
    }

    @Test
    void bothAlphabetsOfBase64AreRead() {
        String sig = "P-_KHICeR7tI6S_YyejJTRtrXhcQyQ2LYPaL8h90KjC9qN8HU_svOQ6TuDOT1HIrsGW886DbWNWcCmX5twLrAw==";
        assertThat(of(TYPE, "-_-_Pj8=", sig, "A").verified(TYPE, List.of(A)))
                .hasValueSatisfying(body -> assertThat(HEX.formatHex(body)).isEqualTo("fbffbf3e3f"));
    }

    @Test
    void anotherTypeThanTheSignedOneIsRefused() {
        String other = "application/vnd.example.other+json";
        assertThat(of(other, PAYLOAD, BY_A, "A").verified(other, List.of(A))).isEmpty();
        assertThat(of(TYPE, PAYLOAD, BY_A, "A").verified(other, List.of(A)))
                .as("and one that was not expected")
                .isEmpty();
    }

    @Test
    void theKeyIsWhatCountsAndNotItsName() {
        assertThat(of(TYPE, PAYLOAD, BY_B, "A").verified(TYPE, List.of(A))).isEmpty();
        assertThat(of(TYPE, PAYLOAD, BY_B, null).verified(TYPE, List.of(A, B))).isPresent();
        assertThat(of(TYPE, PAYLOAD, "no base64", "A").verified(TYPE, List.of(A)))
                .isEmpty();
    }

    @Test
    void isWrittenAsTheProtocolHasIt() {
        JsonMapper json = JsonMapper.builder().build();
        Envelope envelope = of(TYPE, PAYLOAD, BY_A, "A");
        String text = json.writeValueAsString(envelope);
        assertThat(text)
                .isEqualTo(
                        "{\"payloadType\":\"%s\",\"payload\":\"%s\",\"signatures\":[{\"keyid\":\"A\",\"sig\":\"%s\"}]}"
                                .formatted(TYPE, PAYLOAD, BY_A));
        assertThat(json.readValue(text, Envelope.class)).isEqualTo(envelope);
    }

    private static Envelope of(String type, String payload, String sig, @Nullable String keyid) {
        return new Envelope(type, payload, List.of(new EnvelopeSignature(keyid, sig)));
    }
}
