package dev.facewright.platform.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ApiTokenRepository extends ListCrudRepository<ApiToken, UUID> {
    Optional<ApiToken> findByTokenHash(byte[] hash);

    Optional<ApiToken> findByIdAndAccountId(UUID id, UUID accountId);

    List<ApiToken> findByAccountIdOrderByCreatedAtDesc(UUID accountId);

    /// Beside the version counter: two requests with one token at a time are no conflict.
    @Modifying
    @Query("update ApiToken t set t.lastUsedAt = :now where t.id = :id")
    void touch(UUID id, Instant now);
}
