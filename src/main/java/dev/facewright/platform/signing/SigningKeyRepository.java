package dev.facewright.platform.signing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SigningKeyRepository extends JpaRepository<SigningKey, String> {
    @Query("select k from SigningKey k where k.kind = :kind and k.until is null")
    Optional<SigningKey> inUse(DocumentKind kind);

    List<SigningKey> findByKindOrderBySinceDescIdAsc(DocumentKind kind);

    List<SigningKey> findAllByOrderBySinceDescIdAsc();

    @Query("select k.dataKey from SigningKey k where k.dataKey in :keys")
    Set<UUID> dataKeysAmong(Collection<UUID> keys);
}
