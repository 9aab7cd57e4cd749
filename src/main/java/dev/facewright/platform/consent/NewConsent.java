package dev.facewright.platform.consent;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A consent to be recorded.
///
/// @param purposes  at least one
/// @param noticeVersion  which text the person was shown: letters, digits, `.`, `_`, `-`, at most 40
/// @param noticeLanguage  the language it was shown in, a BCP 47 tag: `en`, `zh-CN`
/// @param givenAt  from 1990 on, not in the future
/// @param expiresAt  from then on it is not live; null if it was given without an end
public record NewConsent(
        Set<Purpose> purposes,
        String noticeVersion,
        String noticeLanguage,
        ConsentMethod method,
        Instant givenAt,
        @Nullable Instant expiresAt,
        @Nullable Evidence evidence) {
    public NewConsent {
        purposes = Set.copyOf(purposes);
    }

    /// What proves a consent: a signed form, a recording. Its file name is not kept, since names of files
    /// name people. What sort of file it is is told by its content.
    ///
    /// @param content  not copied
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere, and too large to copy
    public record Evidence(byte[] content) {
        @Override
        public String toString() {
            return "Evidence[" + content.length + " bytes]";
        }
    }
}
