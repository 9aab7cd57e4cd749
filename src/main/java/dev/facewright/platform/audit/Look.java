package dev.facewright.platform.audit;

import java.util.Locale;

/// What of people somebody looks at, without changing it.
public enum Look {
    /// A list of people, by pseudonym.
    PEOPLE,
    /// One person and what they agreed to.
    PERSON,
    /// What proves a consent.
    EVIDENCE,
    /// Pictures, whole or cut.
    FACES,
    /// Which images of whom a dataset has.
    IMAGES,
    /// Whose images of an upload were refused.
    UPLOAD,
    /// Who is in a sealed version.
    VERSION,
    /// All of a sealed version: people, images and hashes.
    MANIFEST,
    /// How alike the faces of each pair are.
    SCORES,
    /// A model, taken away.
    BUNDLE,
    /// Who did what.
    AUDIT_LOG,
    /// People with an account here.
    ACCOUNTS,
    /// Something that nobody has said yet what it is.
    OTHER;

    /// As it stands in the log.
    public String action() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static final String PREFIX = "looked.";
}
