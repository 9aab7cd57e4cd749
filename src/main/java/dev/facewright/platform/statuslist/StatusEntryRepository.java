package dev.facewright.platform.statuslist;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.NativeQuery;

/// What live consent says is asked by the function `model_status`, which only SQL can call.
interface StatusEntryRepository extends JpaRepository<StatusEntry, String> {
    Optional<StatusEntry> findByBundleId(UUID bundle);

    boolean existsByListIndex(int listIndex);

    @NativeQuery("select status_id as \"statusId\", list_index as \"listIndex\", state"
            + " from model_status(:now) order by status_id")
    List<Said> states(Instant now);

    /// The same in a few bytes: two equal ones were said of the same bundles in the same states.
    @NativeQuery("select encode(sha256(convert_to(coalesce(string_agg(status_id || state, '' order by status_id), ''),"
            + " 'UTF8')), 'hex') from model_status(:now)")
    String digest(Instant now);

    @NativeQuery("select state from model_status(:now) where status_id = :id")
    Optional<String> state(String id, Instant now);

    @NativeQuery("select e.bundle_id as bundle, m.state from status_entry e"
            + " join model_status(:now) m on m.status_id = e.status_id where e.bundle_id in (:bundles)")
    List<SaidOfBundle> statesOf(Collection<UUID> bundles, Instant now);

    interface SaidOfBundle {
        UUID getBundle();

        String getState();
    }

    interface Said {
        String getStatusId();

        int getListIndex();

        String getState();
    }
}
