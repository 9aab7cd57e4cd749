package dev.facewright.platform.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface PlannedObjectRepository extends JpaRepository<PlannedObject, String> {
    /// Whoever plans an object last has it: an earlier attempt at the same can be recorded no more.
    @Modifying
    @NativeQuery(
            "insert into planned_object (object_key, process_id, planned_at)"
                    + " select key, :process, :now from unnest(cast(:keys as text[])) as key"
                    + " on conflict (object_key) do update set process_id = excluded.process_id, planned_at = excluded.planned_at")
    int plan(String[] keys, UUID process, Instant now);

    @Modifying
    @NativeQuery("insert into planned_object (object_key, process_id, planned_at) values (:key, :process, :now)"
            + " on conflict (object_key) do nothing")
    int planUnlessPlanned(String key, UUID process, Instant now);

    @Modifying
    @Query("delete from PlannedObject p where p.objectKey in :keys and p.processId = :process")
    int forget(Collection<String> keys, UUID process);

    @Query("select p.objectKey from PlannedObject p where p.objectKey in :keys")
    Set<String> planned(Collection<String> keys);

    /// Those of processes that are not there any more, a few at a time.
    @NativeQuery("select p.object_key from planned_object p where p.process_id <> :self and not exists"
            + " (select from storage_process s where s.id = p.process_id and s.seen_at >= :silentSince)"
            + " and p.object_key > :after order by p.object_key limit :most")
    List<String> left(UUID self, Instant silentSince, String after, int most);

    /// @return 0 if the process that planned it is there after all, or another was faster
    @Modifying
    @NativeQuery("update planned_object p set process_id = :nobody where p.object_key = :key and p.process_id <> :self"
            + " and not exists"
            + " (select from storage_process s where s.id = p.process_id and s.seen_at >= :silentSince)")
    int takeOver(String key, UUID nobody, UUID self, Instant silentSince);

    @Modifying
    @NativeQuery("insert into storage_process (id, seen_at) values (:process, :now)"
            + " on conflict (id) do update set seen_at = excluded.seen_at")
    int seen(UUID process, Instant now);

    @Modifying
    @NativeQuery("delete from storage_process where id = :process or seen_at < :silentSince")
    int gone(UUID process, Instant silentSince);
}
