package dev.facewright.platform.storage;

import com.google.crypto.tink.subtle.AesGcmJce;
import dev.facewright.platform.storage.StorageProblem.CiphertextRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/// The key of one generation, which is never stored in the database: it encrypts the data keys.
final class KeyEncryptionKey {
    static final int BYTES = 32;
    private static final byte[] CHECKED = "facewright key-encryption key".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CHECK_CONTEXT = "key-encryption-check".getBytes(StandardCharsets.UTF_8);

    private final AesGcmJce cipher;

    private KeyEncryptionKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalStateException("A key of " + key.length + " bytes, where " + BYTES + " are expected");
        }
        try {
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no AES-GCM", e);
        }
    }

    static KeyEncryptionKey of(byte[] key) {
        return new KeyEncryptionKey(key);
    }

    byte[] wrap(DataKeyId id, byte[] key) {
        return encrypt(key, context(id));
    }

    /// @throws CiphertextRefused if the row was tampered with
    byte[] unwrap(DataKeyId id, byte[] wrapped) {
        try {
            return cipher.decrypt(wrapped, context(id));
        } catch (GeneralSecurityException e) {
            throw new CiphertextRefused(e);
        }
    }

    byte[] checkValue() {
        return encrypt(CHECKED, CHECK_CONTEXT);
    }

    boolean made(byte[] checkValue) {
        try {
            cipher.decrypt(checkValue, CHECK_CONTEXT);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private byte[] encrypt(byte[] plain, byte[] context) {
        try {
            return cipher.encrypt(plain, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed to encrypt", e);
        }
    }

    private static byte[] context(DataKeyId id) {
        return ("data-key:" + id).getBytes(StandardCharsets.UTF_8);
    }
}
