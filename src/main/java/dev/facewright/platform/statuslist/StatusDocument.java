package dev.facewright.platform.statuslist;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/// What the list says, before it is signed.
///
/// @param sequence  grows from one list to the next; whoever has seen a higher one refuses this
/// @param nextUpdate  by then a newer one is to be had
/// @param validUntil  after that it says nothing
/// @param states  by status id
record StatusDocument(
        String type,
        URI issuer,
        long sequence,
        Instant issuedAt,
        Instant nextUpdate,
        Instant validUntil,
        Map<String, String> states) {
    static final String TYPE = "facewright.model-status/1";
    static final String PAYLOAD_TYPE = "application/vnd.facewright.model-status+json";
}
