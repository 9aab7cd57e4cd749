package dev.facewright.platform.storage;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// Knows what of its owners is rightly in the store and in the vault; a bean of each is collected by whoever sweeps.
/// What all registers of a kind were asked for and none knows is deleted for good, and what a kind has no register for
/// stays. It knows what its rows know at that moment: what is about to be put and stands in no row yet is a planned
/// object.
public interface ObjectRegister {
    /// As a slug for logs: `images`.
    String name();

    /// Of whose objects and keys it knows some.
    Set<ObjectOwner.Kind> kinds();

    /// Those of the objects that are rightly there. Objects of others may be among them.
    ///
    /// @param keys  at most a thousand
    Set<ObjectKey> known(Collection<ObjectKey> keys);

    /// Those of the data keys that something rightly there is encrypted with.
    ///
    /// @param keys  at most a thousand
    default Set<UUID> knownKeys(Collection<OwnedKey> keys) {
        return Set.of();
    }

    /// The process that planned this object, and never recorded it, is dead. Ends what it was for; the object is
    /// deleted
    /// after this. May be told twice, and must not matter then.
    default void abandoned(ObjectKey key) {}

    /// A data key and the id of the row that it was made for.
    record OwnedKey(UUID owner, UUID key) {}
}
