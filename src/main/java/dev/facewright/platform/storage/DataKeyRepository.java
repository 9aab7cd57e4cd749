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
    @Query("select k.id as id, k.wrappedKey as wrappedKey, k.generation as generation"
            + " from DataKey k where k.id = :id and k.wrappedKey is not null")
    Optional<Wrapped> wrapped(UUID id);

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

    /// Some that are wrapped under an earlier generation, locked. Whatever others hold is passed over.
    @NativeQuery("select id, wrapped_key, generation from data_key where generation < :target"
            + " and wrapped_key is not null limit :most for update skip locked")
    List<Wrapped> lockSome(int target, int most);

    /// One of them, whoever holds it: one at a time, so that nobody waits for somebody who waits for us.
    @NativeQuery("select id, wrapped_key, generation from data_key where generation < :target"
            + " and wrapped_key is not null limit 1 for update")
    Optional<Wrapped> lockOne(int target);

    /// Many rows in one statement, which only SQL can say.
    @Modifying
    @NativeQuery("update data_key k set wrapped_key = n.wrapped_key, generation = :target"
            + " from unnest(:ids, :wrapped) as n (id, wrapped_key) where k.id = n.id")
    int rewrap(UUID[] ids, byte[][] wrapped, int target);

    @NativeQuery("select exists (select from data_key where generation = :generation and wrapped_key is not null)")
    boolean liveUnder(int generation);

    @NativeQuery("select count(*) from data_key where generation = :generation and wrapped_key is not null")
    long countLiveUnder(int generation);

    /// When the first key was destroyed whose generation is not.
    @NativeQuery("select min(k.destroyed_at) from data_key k where k.destroyed_at is not null"
            + " and k.generation in (select number from key_generation where state <> 'DESTROYED')")
    Optional<Instant> firstUnsealed();

    /// The generations that keys are wrapped under, or were when they were destroyed.
    @NativeQuery("select distinct generation from data_key where id = any(:ids)")
    List<Integer> generationsOf(UUID[] ids);

    /// How many of these have not been destroyed.
    @NativeQuery("select count(*) from data_key where id = any(:ids) and wrapped_key is not null")
    long countLive(UUID[] ids);

    /// A key as the database has it.
    interface Wrapped {
        UUID getId();

        byte[] getWrappedKey();

        int getGeneration();
    }
}
