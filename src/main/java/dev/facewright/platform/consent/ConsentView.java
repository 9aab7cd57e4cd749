package dev.facewright.platform.consent;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A consent as recorded.
///
/// @param evidence  null if it was recorded without, or the subject was erased
public record ConsentView(
        ConsentId id,
        ConsentState state,
        Set<Purpose> purposes,
        String noticeVersion,
        String noticeLanguage,
        ConsentMethod method,
        Instant givenAt,
        @Nullable Instant expiresAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalReason,
        Instant recordedAt,
        @Nullable EvidenceView evidence) {
    /// @param sha256  of the file as it was handed in
    public record EvidenceView(String mediaType, long bytes, String sha256) {}

    /// Whether a consent permits anything at a given moment.
    public enum ConsentState {
        LIVE,
        EXPIRED,
        WITHDRAWN
    }
}
