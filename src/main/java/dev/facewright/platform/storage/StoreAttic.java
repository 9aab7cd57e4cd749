package dev.facewright.platform.storage;

import dev.facewright.platform.storage.ObjectRegister.OwnedKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// All that there is in the store and in the vault, whoever knows it: for sweeping, and for proving that something is
/// nowhere.
@Service
public class StoreAttic {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Map<String, ObjectOwner.Kind> KINDS =
            Stream.of(ObjectOwner.Kind.values()).collect(Collectors.toMap(ObjectOwner.Kind::purpose, kind -> kind));

    private final ObjectStore store;
    private final UnfinishedUploads uploads;
    private final DataKeyRepository keys;

    StoreAttic(ObjectStore store, UnfinishedUploads uploads, DataKeyRepository keys) {
        this.store = store;
        this.uploads = uploads;
        this.keys = keys;
    }

    /// Every name in the bucket, also those that no key of this server has and those of which only earlier versions are
    /// left, fetched as they are looked at. The caller closes the stream.
    public Stream<StoredName> names() {
        return store.names("");
    }

    /// Uploads in parts that nobody finished or gave up. The caller closes the stream.
    public Stream<UnfinishedUpload> unfinished() {
        return uploads.all();
    }

    public void abort(UnfinishedUpload upload) {
        uploads.abort(upload);
    }

    /// Data keys that are not destroyed, a page at a time.
    ///
    /// @param after  the last of the page before; null for the first
    /// @param before  only those made before then
    @Transactional(readOnly = true)
    public List<LiveKey> keys(@Nullable UUID after, Instant before, int most) {
        return keys.kept(Objects.requireNonNullElse(after, NOBODY), before, Limit.of(most)).stream()
                .map(key -> new LiveKey(
                        Optional.ofNullable(KINDS.get(key.getPurpose())),
                        new OwnedKey(Objects.requireNonNullElse(key.getOwner(), NOBODY), key.getId())))
                .toList();
    }

    /// What the store calls something, and when it got it by its own clock.
    public record StoredName(String name, Instant storedAt) {}

    /// An upload in parts.
    public record UnfinishedUpload(String name, String id, Instant begunAt) {}

    /// @param kind  empty for a key that nobody's module is asked for
    public record LiveKey(Optional<ObjectOwner.Kind> kind, OwnedKey key) {}
}
