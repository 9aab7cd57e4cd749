package dev.facewright.platform.signing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The public half of a key, and when it signed.
///
/// @param id  SHA-256 of the public key, hexadecimal
/// @param publicKey  its 32 bytes, base64
/// @param until  when it was replaced; null while it signs
/// @param compromised  nothing that it signed is to be believed any more
public record SigningKeyView(
        String id,
        DocumentKind kind,
        String publicKey,
        Instant since,
        @Nullable Instant until,
        boolean compromised) {
    public KeyStatus status() {
        if (compromised) {
            return KeyStatus.COMPROMISED;
        }
        return until == null ? KeyStatus.IN_USE : KeyStatus.REPLACED;
    }

    public enum KeyStatus {
        IN_USE,
        REPLACED,
        COMPROMISED
    }
}
