package dev.facewright.platform.storage;

import java.util.Optional;
import java.util.regex.Pattern;

/// Names an object in the store. Built from ids, numbers and hashes only: keys are seen in the store's
/// own logs.
///
/// A key that is made now begins with its owner. Those of earlier versions of this server (`images/<hash>`) have
/// no owner in them: the rows that keep them say whose they are.
///
/// @param value  parts joined by `/`; letters, digits, `.`, `_` and `-`, at most 512 characters
public record ObjectKey(String value) {
    private static final Pattern ALLOWED =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final int LONGEST = 512;

    public ObjectKey {
        if (value.length() > LONGEST || !ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an object key: " + value.length() + " characters");
        }
    }

    public static ObjectKey of(ObjectOwner owner, String... parts) {
        return new ObjectKey(owner.prefix() + String.join("/", parts));
    }

    /// The key of immutable content of an owner: the same bytes always get the same key, other bytes never do.
    ///
    /// @param area  what sort of content it is: `manifests`
    public static ObjectKey contentAddressed(ObjectOwner owner, String area, byte[] content) {
        return of(owner, area, Sha256.hex(content));
    }

    /// Whose module knows it, also for a key of earlier versions; empty for one that this server never made.
    public Optional<ObjectOwner.Kind> kind() {
        return owner().map(ObjectOwner::kind).or(() -> ObjectOwner.Kind.ofEarlier(value));
    }

    /// The part at that place, from 0; empty where it ends before.
    public String part(int place) {
        String[] parts = value.split("/");
        return place < parts.length ? parts[place] : "";
    }

    /// Empty for a name that no key has.
    public static Optional<ObjectKey> ofName(String name) {
        return name.length() <= LONGEST && ALLOWED.matcher(name).matches()
                ? Optional.of(new ObjectKey(name))
                : Optional.empty();
    }

    /// Empty for a key of earlier versions.
    public Optional<ObjectOwner> owner() {
        String[] parts = value.split("/", 3);
        return parts.length < 3 ? Optional.empty() : ObjectOwner.of(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return value;
    }
}
