package dev.facewright.platform.sweep;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface SweepRepository extends JpaRepository<SweepRow, UUID> {
    Page<SweepRow> findAllByOrderByStartedAtDescIdAsc(Pageable page);

    /// One statement decides between those who want it at once, which only SQL can.
    ///
    /// @return 0 if it is another's turn
    @Modifying
    @NativeQuery("insert into sweep_turn (holder, until) values (:holder, :until) on conflict (only_row) do update"
            + " set holder = excluded.holder, until = excluded.until"
            + " where sweep_turn.holder = :holder or sweep_turn.until < :now")
    int take(UUID holder, Instant until, Instant now);

    /// @return 0 if it was silent for so long that another took its turn
    @Modifying
    @NativeQuery("update sweep_turn set until = :until where holder = :holder")
    int renew(UUID holder, Instant until);

    @Modifying
    @NativeQuery("delete from sweep_turn where holder = :holder")
    int leave(UUID holder);

    /// Of processes that died while they swept.
    @Modifying
    @Query(
            "update SweepRow s set s.endedAt = :now, s.failure = 'sweep-broken-off' where s.endedAt is null and s.id <> :own")
    int breakOff(UUID own, Instant now);

    @Modifying
    @Query("delete from SweepRow s where s.startedAt < :before and s.endedAt is not null")
    int forget(Instant before);
}
