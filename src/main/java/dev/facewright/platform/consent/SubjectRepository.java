package dev.facewright.platform.consent;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/// Data subjects and their consents in the database.
interface SubjectRepository extends JpaRepository<Subject, UUID> {
    String LIVE = " c.withdrawnAt is null and (c.expiresAt is null or c.expiresAt > :now)"
            + " and s.erasureStartedAt is null ";

    boolean existsByCode(String code);

    @Query("select s.id from Subject s where s.code = :code and s.erasureStartedAt is null")
    Optional<UUID> idOf(String code);

    @Query("select s.dataKey from Subject s where s.id = :id")
    Optional<UUID> dataKeyOf(UUID id);

    @NativeQuery("select s.id as id, s.data_key as data_key from data_subject s where s.id = any(:ids)")
    List<IdAndKey> dataKeysOf(UUID[] ids);

    /// Arrays and not lists: a dataset may hold more people than a statement may have parameters.
    @NativeQuery("select s.id as id, s.code as code from data_subject s where s.id = any(:ids) and s.code is not null")
    List<IdAndCode> codesOf(UUID[] ids);

    @NativeQuery("select s.code from data_subject s where s.code = any(:codes)")
    Set<String> knownCodes(String[] codes);

    @NativeQuery("select distinct s.id from data_subject s join consent c on c.subject_id = s.id"
            + " join consent_purpose p on p.consent_id = c.id"
            + " where s.id = any(:ids) and p.purpose = :purpose and s.erasure_started_at is null"
            + " and c.withdrawn_at is null and (c.expires_at is null or c.expires_at > :now)")
    Set<UUID> live(UUID[] ids, String purpose, Instant now);

    /// In one order, so that two who hold several never wait for each other.
    @NativeQuery("select s.id from data_subject s where s.id = any(:ids) order by s.id for share")
    List<UUID> hold(UUID[] ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Subject s where s.id = :id")
    Optional<Subject> lockToChange(UUID id);

    @Query("select s from Subject s where (:code = '' or locate(lower(:code), lower(s.code)) > 0)"
            + " and (:status = 'ANY'"
            + "  or (:status = 'ERASED' and s.erasedAt is not null)"
            + "  or (:status = 'LIVE' and exists (select c from Consent c where c.subject = s and" + LIVE + "))"
            + "  or (:status = 'ENDED' and s.erasedAt is null"
            + "      and not exists (select c from Consent c where c.subject = s and" + LIVE + ")))"
            + " order by s.registeredAt desc, s.id")
    Page<Subject> search(String code, String status, Instant now, Pageable page);

    @Query("select c.subject.id from Consent c where c.expiresAt <= :now and c.withdrawnAt is null"
            + " and c.expirySeenAt is null")
    Set<UUID> withUnseenExpiry(Instant now);

    interface IdAndKey {
        UUID getId();

        UUID getDataKey();
    }

    interface IdAndCode {
        UUID getId();

        String getCode();
    }
}
