package dev.facewright.platform.consent;

/// Something by which a trace of a person can be told: remembered before anything is erased, looked for afterwards.
///
/// @param text  as it is written wherever it stands: an id with its dashes, a hash in lower-case hexadecimal
public record Mark(Kind kind, String text) {
    public enum Kind {
        /// The id of the data subject.
        SUBJECT,
        /// The pseudonym.
        CODE,
        /// The id of a picture.
        IMAGE,
        /// The fingerprint of a picture, a crop or a piece of evidence.
        HASH,
        /// The last part of an object's key.
        OBJECT
    }

    public static Mark subject(SubjectId subject) {
        return new Mark(Kind.SUBJECT, subject.toString());
    }

    public static Mark image(Object id) {
        return new Mark(Kind.IMAGE, id.toString());
    }

    public static Mark hash(String hash) {
        return new Mark(Kind.HASH, hash);
    }

    public static Mark object(String key) {
        return new Mark(Kind.OBJECT, key.substring(key.lastIndexOf('/') + 1));
    }
}
