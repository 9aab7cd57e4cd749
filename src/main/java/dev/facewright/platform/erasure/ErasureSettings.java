package dev.facewright.platform.erasure;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a certificate says.
///
/// @param recordsKept  for how long after an erasure the ids and dates that stay are kept at most
/// @param issuer  whose certificates these are, as they name it; no address of a server
/// @param replicas  copies of the stores that are out of this server's reach, as the operator knows them; empty if none
@ConfigurationProperties("facewright.erasure")
record ErasureSettings(
        @DefaultValue("P10Y") Period recordsKept,
        @DefaultValue("facewright") String issuer,
        @DefaultValue("") String replicas) {
    ErasureSettings {
        if (recordsKept.isNegative() || recordsKept.isZero()) {
            throw new IllegalArgumentException("facewright.erasure.records-kept must be longer than nothing");
        }
    }
}
