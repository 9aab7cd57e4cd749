package dev.facewright.platform.signing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A signed document: DSSE, <https://github.com/secure-systems-lab/dsse>, version 1. The bytes of the payload are what
/// is
/// signed, together with its type: no form of JSON has to be agreed upon.
///
/// @param payload  base64
/// @param payloadType  a media type of the application
public record Envelope(String payloadType, String payload, List<EnvelopeSignature> signatures) {
    public Envelope {
        signatures = List.copyOf(signatures);
    }

    /// @param keyid  a hint: whoever verifies tries the keys they trust
    /// @param sig  base64
    public record EnvelopeSignature(@Nullable String keyid, String sig) {
        static EnvelopeSignature of(String keyid, byte[] signature) {
            return new EnvelopeSignature(keyid, Base64.getEncoder().encodeToString(signature));
        }

        /// Whether the holder of this key made it over these bytes.
        boolean by(byte[] publicKey, byte[] signed) {
            return base64(sig)
                    .filter(bytes -> Ed25519.verifies(publicKey, signed, bytes))
                    .isPresent();
        }
    }

    static Envelope of(String payloadType, byte[] payload, List<EnvelopeSignature> signatures) {
        return new Envelope(payloadType, Base64.getEncoder().encodeToString(payload), signatures);
    }

    /// The payload, if it is said to be of this type and the holder of one of these keys signed it as that. Which key
    /// the envelope names does not matter.
    Optional<byte[]> verified(String type, List<byte[]> publicKeys) {
        return base64(payload).filter(body -> payloadType.equals(type)).filter(body -> {
            byte[] signed = preAuthentication(payloadType, body);
            return signatures.stream()
                    .anyMatch(signature -> publicKeys.stream().anyMatch(key -> signature.by(key, signed)));
        });
    }

    /// The payload, whoever signed it.
    @JsonIgnore
    public byte[] unverified() {
        return base64(payload).orElseThrow(() -> new IllegalArgumentException("The payload is not base64"));
    }

    /// What is signed: the protocol's `PAE`.
    static byte[] preAuthentication(String type, byte[] body) {
        byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("DSSEv1 " + typeBytes.length + " ").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(typeBytes);
        bytes.writeBytes((" " + body.length + " ").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /// Of either alphabet, as the protocol asks.
    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
