package dev.facewright.platform.statuslist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.facewright.platform.signing.Envelope;
import java.time.Duration;
import java.time.Instant;

/// What is handed to devices: a list, and the roots' statement of the key that signed it.
///
/// @param keys  DSSE, by a root
/// @param list  DSSE, by a key that the former names for model status
public record SignedList(
        Envelope keys, Envelope list, @JsonIgnore Times times) {
    public record Times(long sequence, Instant issuedAt, Instant nextUpdate) {}

    /// How long it may be kept on the way, from now on.
    public Duration maxAge(Instant now) {
        Duration left = Duration.between(now, times.nextUpdate());
        return left.isNegative() ? Duration.ZERO : left;
    }

    public String entityTag() {
        return times.sequence() + "-" + Integer.toHexString(keys.hashCode());
    }
}
