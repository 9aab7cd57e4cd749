package dev.facewright.platform.erasure;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/// Legal holds with their ends.
interface HoldRepository extends JpaRepository<LegalHold, UUID> {
    @Query("select h from LegalHold h left join fetch h.end e order by case when e is null then 0 else 1 end,"
            + " h.placedAt desc, h.id")
    Page<LegalHold> latest(Pageable page);

    @Query("select h from LegalHold h left join h.end e where e is null order by h.placedAt, h.id")
    List<LegalHold> standing();

    /// Until the transaction ends nobody destroys anything. SQL, since the row is no entity.
    @NativeQuery("select only_row from legal_hold_turn for update")
    boolean takeTurn();

    /// Until the transaction ends nobody places a hold.
    @NativeQuery("select only_row from legal_hold_turn for share")
    boolean holdTurn();
}
