package dev.facewright.platform.consent;

import java.time.Instant;

/// The consent that something taken of a person for a purpose rests on: of several live ones the one that lasts
/// longest.
///
/// @param recordedAt  when it was recorded
/// @param since  when the stretch began in which the person has agreed to the purpose without a break: what was taken
///     under a consent recorded before that is not covered
public record LiveConsent(SubjectId subject, ConsentId consent, Instant recordedAt, Instant since) {
    /// Whether what was taken under a consent recorded then has been covered ever since.
    public boolean covers(Instant consentedAt) {
        return !consentedAt.isBefore(since);
    }
}
