package dev.facewright.platform.signing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a root signs about the keys.
///
/// @param sequence  grows with each change; whoever has seen a higher one refuses this
record KeyList(String type, long sequence, Instant issuedAt, List<Key> keys) {
    static final String TYPE = "facewright.keys/1";

    /// @param until  when it was replaced: nothing that says it is younger counts; absent while it signs
    /// @param compromised  nothing counts that it signed; absent otherwise
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Key(
            String keyid,
            String kind,
            String algorithm,
            String publicKey,
            Instant since,
            @Nullable Instant until,
            @Nullable Boolean compromised) {
        static Key of(SigningKeyView key) {
            return new Key(
                    key.id(),
                    key.kind().slug(),
                    "Ed25519",
                    key.publicKey(),
                    key.since(),
                    key.until(),
                    key.compromised() ? true : null);
        }
    }

    static KeyList of(long sequence, Instant now, List<SigningKeyView> keys) {
        return new KeyList(TYPE, sequence, now, keys.stream().map(Key::of).toList());
    }
}
