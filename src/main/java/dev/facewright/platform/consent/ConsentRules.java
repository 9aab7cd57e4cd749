package dev.facewright.platform.consent;

import dev.facewright.platform.consent.ConsentProblem.ConsentInvalid;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;

/// What can be recorded about a subject and a consent.
final class ConsentRules {
    static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final Pattern NOTICE_VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final int LONGEST_LANGUAGE = 35;
    /// Before anyone asked for such a consent: a date from then was sent in the wrong unit.
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    /// Beyond what anyone means, and within what a database can hold.
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private ConsentRules() {}

    static void checkCode(String code) {
        require(CODE.matcher(code).matches(), "code", "form");
    }

    static void check(NewConsent consent, Instant now) {
        require(!consent.purposes().isEmpty(), "purposes", "none");
        require(NOTICE_VERSION.matcher(consent.noticeVersion()).matches(), "noticeVersion", "form");
        require(isLanguage(consent.noticeLanguage()), "noticeLanguage", "form");
        require(!consent.givenAt().isAfter(now), "givenAt", "future");
        require(!consent.givenAt().isBefore(EARLIEST), "givenAt", "too-early");
        Instant expiresAt = consent.expiresAt();
        if (expiresAt != null) {
            require(expiresAt.isAfter(consent.givenAt()), "expiresAt", "before-given");
            require(expiresAt.isAfter(now), "expiresAt", "past");
            require(expiresAt.isBefore(LATEST), "expiresAt", "too-far");
        }
    }

    private static boolean isLanguage(String tag) {
        try {
            return tag.length() <= LONGEST_LANGUAGE
                    && new Locale.Builder()
                                    .setLanguageTag(tag)
                                    .build()
                                    .getLanguage()
                                    .length()
                            >= 2;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static void require(boolean holds, String field, String rule) {
        if (!holds) {
            throw new ConsentInvalid(field, rule);
        }
    }
}
