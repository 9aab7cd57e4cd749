package dev.facewright.platform.storage;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// By statements where rows are locked in a way that JPA has no words for.
interface KeyGenerationRepository extends JpaRepository<KeyGeneration, Integer> {
    String LIVE = "('PREPARED', 'ACTIVE')";

    /// What a new key is wrapped under. The caller's transaction keeps it from being destroyed until then. Empty
    /// where it ceased to be the newest while this waited for it: there is a newer one, which the next call sees.
    @Transactional(propagation = Propagation.MANDATORY)
    @NativeQuery("select number from key_generation where state = 'ACTIVE' order by number desc limit 1 for share")
    Optional<Integer> holdCurrent();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select g from KeyGeneration g where g.number = :number")
    Optional<KeyGeneration> lock(int number);

    @Query("select g.number from KeyGeneration g where g.state in " + LIVE)
    Set<Integer> live();

    /// What it takes to open a live one, as it is at this moment.
    @Query("select g.number as number, g.keyName as keyName, g.sealedKey as sealedKey, g.checkValue as checkValue"
            + " from KeyGeneration g where g.number = :number and g.state in " + LIVE)
    Optional<Opening> opening(int number);

    @Query("select coalesce(max(g.number), 0) from KeyGeneration g")
    int newest();

    @Query("select coalesce(max(g.number), 0) from KeyGeneration g where g.state = 'ACTIVE'")
    int current();

    /// Whether a change was begun and is not through.
    @NativeQuery("select count(*) > 1 or coalesce(bool_or(state <> 'ACTIVE'), false)"
            + " from key_generation where state <> 'DESTROYED'")
    boolean unfinished();

    @Query("select g.keyName from KeyGeneration g order by g.number")
    List<String> names();

    @Query("select g from KeyGeneration g where g.state <> 'DESTROYED' order by g.number")
    List<KeyGeneration> standing();

    @Query("select g.number as number, g.keyName as keyName, g.sealedKey as sealedKey, g.checkValue as checkValue"
            + " from KeyGeneration g where g.keyName = :name and g.state in " + LIVE)
    Optional<Opening> opening(String name);

    Optional<KeyGeneration> findFirstByStateOrderByNumberDesc(GenerationState state);

    @Query("select g from KeyGeneration g order by g.number desc")
    List<KeyGeneration> newestFirst();

    /// Does nothing where another server was faster, which only SQL can say.
    @Transactional
    @Modifying
    @NativeQuery("insert into key_generation (number, state, engine, key_name, sealed_key, check_value, created_at)"
            + " values (:number, 'PREPARED', :engine, :keyName, :sealedKey, :checkValue, :now) on conflict do nothing")
    int prepare(int number, String engine, String keyName, byte @Nullable [] sealedKey, byte[] checkValue, Instant now);

    /// In one statement: a call that came before is not remembered twice, on whichever server.
    ///
    /// @param before  calls of before then are refused for being late, and need not be remembered
    /// @return 0 if it came before
    @Transactional
    @Modifying
    @NativeQuery("with late as (delete from key_call where at < :before)"
            + " insert into key_call (nonce, at) values (:nonce, :now) on conflict do nothing")
    int remember(byte[] nonce, Instant now, Instant before);

    /// Held until the caller's transaction ends, however it does.
    @NativeQuery("select 1 from (select pg_advisory_xact_lock(:key)) as held")
    int takeTurn(long key);

    /// So that nobody waits for a lock longer than that in the caller's transaction.
    @NativeQuery("select set_config('lock_timeout', :limit, true)")
    String limitWaits(String limit);

    /// What its store and its check are asked with.
    interface Opening {
        int getNumber();

        String getKeyName();

        byte @Nullable [] getSealedKey();

        byte[] getCheckValue();
    }
}
