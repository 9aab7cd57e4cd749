package dev.facewright.platform.storage;

import java.util.regex.Pattern;

/// Names an object in the store. Built from ids, numbers and hashes only: keys are seen in the store's
/// own logs.
///
/// @param value  parts joined by `/`; letters, digits, `.`, `_` and `-`, at most 512 characters
public record ObjectKey(String value) {
    private static final Pattern ALLOWED =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final int LONGEST = 512;
    private static final int FAN_OUT = 2;

    public ObjectKey {
        if (value.length() > LONGEST || !ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an object key: " + value.length() + " characters");
        }
    }

    public static ObjectKey of(String... parts) {
        return new ObjectKey(String.join("/", parts));
    }

    /// The key of immutable content: the same bytes always get the same key, other bytes never do.
    ///
    /// @param area  what sort of content it is: `images`
    public static ObjectKey contentAddressed(String area, byte[] content) {
        return ofContent(area, Sha256.hex(content));
    }

    /// `contentAddressed` for content too large to be in memory.
    ///
    /// @param hash  its SHA-256
    public static ObjectKey ofContent(String area, String hash) {
        return of(area, hash.substring(0, FAN_OUT), hash.substring(FAN_OUT));
    }

    @Override
    public String toString() {
        return value;
    }
}
