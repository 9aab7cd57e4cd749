package dev.facewright.platform.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

/// Keys are asked for by queries and never loaded, so that one that was destroyed a moment ago is nowhere in memory.
interface DataKeyRepository extends JpaRepository<DataKey, UUID> {
    @Query("select k.wrappedKey from DataKey k where k.id = :id and k.wrappedKey is not null")
    Optional<byte[]> wrapped(UUID id);

    @Transactional
    @Modifying(flushAutomatically = true, clearAutomatically = false)
    @Query(
            "update DataKey k set k.wrappedKey = null, k.destroyedAt = :now where k.id = :id and k.wrappedKey is not null")
    int destroy(UUID id, Instant now);

    /// Those that are not destroyed, a page at a time.
    @Query("select k.id as id, k.purpose as purpose, k.ownerId as owner from DataKey k"
            + " where k.wrappedKey is not null and k.id > :after and k.createdAt < :before order by k.id")
    List<Kept> kept(UUID after, Instant before, Limit most);

    interface Kept {
        UUID getId();

        String getPurpose();

        @Nullable
        UUID getOwner();
    }

    /// The value by which the key-encryption key of an earlier start is recognised, if there was one.
    @NativeQuery("select check_value from key_encryption_check")
    Optional<byte[]> checkValue();

    /// Does nothing where another server was faster, which only SQL can say.
    @Transactional
    @Modifying
    @NativeQuery("insert into key_encryption_check (check_value, created_at) values (:checkValue, :now)"
            + " on conflict (only_row) do nothing")
    int addCheckValue(byte[] checkValue, Instant now);
}
