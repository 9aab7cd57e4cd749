package dev.facewright.platform.accounts;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface AccountRepository extends JpaRepository<Account, UUID> {
    Optional<Account> findByUsername(String username);

    boolean existsByUsername(String username);

    /// Locked, so that two administrators cannot each take the other's role at once, and in one order, so that
    /// neither waits for the other for ever.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select a from Account a where a.enabled and a.id in (select b.id from Account b join b.roles r where r = ADMIN)"
                    + " order by a.id")
    List<Account> lockEnabledAdmins();
}
