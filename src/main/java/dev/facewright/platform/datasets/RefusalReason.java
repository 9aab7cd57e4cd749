package dev.facewright.platform.datasets;

import dev.facewright.ml.image.ImageRefused;
import java.util.Locale;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/// Why one image, or one entry of an archive, was not taken. The bundles hold `datasets.refusal.<code>`.
public enum RefusalReason {
    EMPTY,
    TOO_LARGE,
    NOT_AN_IMAGE,
    TRUNCATED,
    TOO_MANY_PIXELS,
    TOO_SMALL,
    POLYGLOT,
    UNSUPPORTED_FORMAT,
    CORRUPT,
    /// The path leaves the archive, or is not `subject-code/file`.
    UNSAFE_PATH,
    NOT_IN_A_SUBJECT_FOLDER,
    LINK,
    UNREADABLE_ENTRY,
    NESTED_ARCHIVE,
    COMPRESSION_BOMB,
    /// The archive as a whole holds more than is taken; nothing after this entry was read.
    ARCHIVE_LIMIT,
    /// The archive is damaged from this entry on.
    ARCHIVE_DAMAGED,
    UNKNOWN_SUBJECT,
    /// Somebody who is said to be on the picture is not registered.
    UNKNOWN_OTHER,
    NO_LIVE_CONSENT,
    OTHER_SUBJECT_HAS_IT,
    /// Somebody else on the picture does not agree to the purpose.
    OTHER_WITHOUT_CONSENT,
    NO_FACE,
    /// More than one, and nobody said whose they are.
    SEVERAL_FACES,
    /// Not as many as people were named.
    FACES_DIFFER,
    /// Who is on the picture is said in a way that makes no sense.
    BAD_PEOPLE,
    NO_DETECTOR,
    BAD_LANDMARKS;

    /// As REST writes it: `no-live-consent`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What a person reads.
    public DefaultMessageSourceResolvable text() {
        return new DefaultMessageSourceResolvable("datasets.refusal." + code());
    }

    public static RefusalReason of(ImageRefused refused) {
        return switch (refused.reason()) {
            case EMPTY -> EMPTY;
            case TOO_LARGE -> TOO_LARGE;
            case NOT_AN_IMAGE -> NOT_AN_IMAGE;
            case TRUNCATED -> TRUNCATED;
            case TOO_MANY_PIXELS -> TOO_MANY_PIXELS;
            case TOO_SMALL -> TOO_SMALL;
            case POLYGLOT -> POLYGLOT;
            case UNSUPPORTED_FORMAT -> UNSUPPORTED_FORMAT;
            case CORRUPT -> CORRUPT;
        };
    }
}
