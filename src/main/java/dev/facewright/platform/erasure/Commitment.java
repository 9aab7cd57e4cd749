package dev.facewright.platform.erasure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How a certificate names a person: HMAC-SHA-256 of the pseudonym under the 32 bytes of their receipt's secret.
/// Whoever
/// has both can show that it is theirs; nobody else can tell whose it is, not even by trying pseudonyms.
final class Commitment {
    private static final String HMAC = "HmacSHA256";
    private static final String LABEL = "facewright.subject/1\n";

    private Commitment() {}

    static String to(byte[] secret, String code) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return HexFormat.of().formatHex(mac.doFinal((LABEL + code).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
