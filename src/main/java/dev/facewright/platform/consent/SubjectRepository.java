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

    @NativeQuery(
            "select l.subject_id from live_consent(:now) l where l.subject_id = any(:ids) and l.purpose = :purpose")
    Set<UUID> live(UUID[] ids, String purpose, Instant now);

    @NativeQuery(
            "select l.subject_id as id, l.purpose as purpose from live_consent(:now) l where l.subject_id = any(:ids)")
    List<IdAndPurpose> livePurposes(UUID[] ids, Instant now);

    /// People whose consent to some purpose ends by then.
    @NativeQuery("select count(distinct l.subject_id) from live_consent(:now) l where l.live_until <= :until")
    long endingBy(Instant now, Instant until);

    /// In one order, so that two who hold several never wait for each other.
    @NativeQuery("select s.id from data_subject s where s.id = any(:ids) order by s.id for share")
    List<UUID> hold(UUID[] ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Subject s where s.id = :id")
    Optional<Subject> lockToChange(UUID id);

    @NativeQuery("select s.* from data_subject s where (:code = '' or strpos(lower(s.code), lower(:code)) > 0)"
            + " and (:status = 'ANY'"
            + "  or (:status = 'ERASED' and s.erased_at is not null)"
            + "  or (:status = 'LIVE' and exists (select from live_consent(:now) l where l.subject_id = s.id))"
            + "  or (:status = 'ENDED' and s.erased_at is null"
            + "      and not exists (select from live_consent(:now) l where l.subject_id = s.id)))"
            + " order by s.registered_at desc, s.id")
    Page<Subject> search(String code, String status, Instant now, Pageable page);

    @Query("select c.subject.id from Consent c where c.expiresAt <= :now and c.withdrawnAt is null"
            + " and c.expirySeenAt is null")
    Set<UUID> withUnseenExpiry(Instant now);

    @Query("select c.id as id, c.evidenceKey as evidenceKey from Consent c"
            + " where c.subject.id = :id and c.evidenceKey is not null")
    List<KeptEvidence> evidenceOf(UUID id);

    interface KeptEvidence {
        UUID getId();

        String getEvidenceKey();
    }

    interface IdAndKey {
        UUID getId();

        UUID getDataKey();
    }

    interface IdAndPurpose {
        UUID getId();

        Purpose getPurpose();
    }

    interface IdAndCode {
        UUID getId();

        String getCode();
    }
}
