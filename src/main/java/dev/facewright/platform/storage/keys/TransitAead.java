package dev.facewright.platform.storage.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;

/// One key of a Vault's transit engine, as Tink sees a key of any such service.
record TransitAead(TransitCalls vault, String name) implements Aead {
    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        return call("encrypt", "ciphertext", "plaintext", base64(plaintext), associatedData)
                .getBytes(UTF_8);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        String plain = call("decrypt", "plaintext", "ciphertext", new String(ciphertext, UTF_8), associatedData);
        return Base64.getDecoder().decode(plain);
    }

    private String call(String what, String wanted, String given, String value, byte[] associatedData)
            throws GeneralSecurityException {
        Map<String, Object> body = Map.of(given, value, "associated_data", base64(associatedData));
        return vault.call("POST", what + "/" + name, body)
                .map(answer -> answer.at("/data/" + wanted).asString())
                .orElseThrow(() -> new GeneralSecurityException("The Vault has no key " + name));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
