package dev.facewright.platform.statuslist;

import dev.facewright.platform.statuslist.LastList.Known;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface LastListRepository extends JpaRepository<LastList, Boolean> {
    /// One node at a time signs the next.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from LastList l")
    LastList lock();

    @Query("select new dev.facewright.platform.statuslist.LastList$Known(l.sequence, l.digest, l.issuedAt)"
            + " from LastList l")
    Known known();

    @Query("select l.envelope from LastList l where l.sequence = :sequence")
    Optional<String> envelope(long sequence);
}
