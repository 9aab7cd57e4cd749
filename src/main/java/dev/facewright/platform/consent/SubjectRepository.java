package dev.facewright.platform.consent;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/// Data subjects and their consents in the database.
interface SubjectRepository extends JpaRepository<Subject, UUID> {
    String STATUS = " (:status = 'ANY' or (:status = 'LIVE' and t.live_until > :now)"
            + " or (:status = 'ENDED' and t.live_until <= :now and not t.erased) or (:status = 'ERASED' and t.erased))";
    String LATEST_FIRST = " order by t.registered_at desc, t.subject_id";
    /// Codes are looked through once and first: taken for many, the matches would be looked up one by one in everyone.
    String CODED = "with coded as materialized"
            + " (select c.id from data_subject c where strpos(lower(c.code), lower(:code)) > 0),"
            + " matching as materialized (select t.subject_id, t.registered_at"
            + " from coded join subject_term t on t.subject_id = coded.id where" + STATUS + ") ";

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

    /// Those of them whose erasure has not begun.
    @NativeQuery("select s.id as id, s.code as code from data_subject s where s.code = any(:codes)"
            + " and s.erasure_started_at is null")
    List<IdAndCode> idsOf(String[] codes);

    @NativeQuery("select s.code from data_subject s where s.code = any(:codes)")
    Set<String> knownCodes(String[] codes);

    @NativeQuery(
            "select l.subject_id from live_consent(:now) l where l.subject_id = any(:ids) and l.purpose = :purpose")
    Set<UUID> live(UUID[] ids, String purpose, Instant now);

    /// The consent of each that lasts longest, of equals one with evidence. SQL: `live_consent` is no entity.
    @NativeQuery("select distinct on (c.subject_id) c.subject_id as subject, c.id as consent,"
            + " c.recorded_at as recordedAt, l.live_since as since from live_consent(:now) l"
            + " join consent c on c.subject_id = l.subject_id and coalesce(c.expires_at, 'infinity') = l.live_until"
            + " join consent_purpose p on p.consent_id = c.id and p.purpose = l.purpose"
            + " where l.subject_id = any(:ids) and l.purpose = :purpose"
            + " and not exists (select from consent_end e where e.consent_id = c.id)"
            + " order by c.subject_id, exists (select from consent_evidence v where v.consent_id = c.id) desc,"
            + " c.recorded_at desc, c.id")
    List<Grounds> grounds(UUID[] ids, String purpose, Instant now);

    @NativeQuery("select distinct p.subject_id from proven_consent(:now) p"
            + " where p.subject_id = any(:ids) and p.purpose = :purpose")
    Set<UUID> proven(UUID[] ids, String purpose, Instant now);

    @NativeQuery(
            "select l.subject_id as id, l.purpose as purpose from live_consent(:now) l where l.subject_id = any(:ids)")
    List<IdAndPurpose> livePurposes(UUID[] ids, Instant now);

    /// People whose consent to some purpose ends by then.
    @NativeQuery("select count(distinct l.subject_id) from live_consent(:now) l where l.live_until <= :until"
            + " and l.live_until < 'infinity'") // as the index says
    long endingBy(Instant now, Instant until);

    /// In one order, so that two who hold several never wait for each other.
    @NativeQuery("select s.id from data_subject s where s.id = any(:ids) order by s.id for share")
    List<UUID> hold(UUID[] ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Subject s where s.id = :id")
    Optional<Subject> lockToChange(UUID id);

    /// The latest registered first. SQL, as the three after it: `subject_term` is no entity. A deep page skips in its
    /// index alone.
    @NativeQuery("select s.* from data_subject s where s.id in (select t.subject_id from subject_term t where" + STATUS
            + LATEST_FIRST + " offset :skip limit :most) order by s.registered_at desc, s.id")
    List<Subject> latest(String status, Instant now, long skip, int most);

    @NativeQuery("select count(*) from subject_term t where" + STATUS)
    long count(String status, Instant now);

    /// Of those with that in their code, with how many there are in all; nothing beyond the last.
    @NativeQuery(CODED + "select m.subject_id as id, (select count(*) from matching) as total from matching m"
            + " order by m.registered_at desc, m.subject_id offset :skip limit :most")
    List<Match> latestCoded(String code, String status, Instant now, long skip, int most);

    @NativeQuery(CODED + "select count(*) from matching")
    long countCoded(String code, String status, Instant now);

    @Query("select c.subject.id from Consent c where c.expiresAt <= :now and c.ends is empty")
    Set<UUID> withUnseenExpiry(Instant now);

    /// An array, as above: there may be more than a statement may have parameters.
    @NativeQuery("select distinct e.hash from consent_evidence e join consent c on c.id = e.consent_id"
            + " where e.hash = any(:hashes) and c.subject_id <> :id")
    Set<String> evidenceOfOthers(UUID id, String[] hashes);

    @Query("select e from ConsentEvidence e where e.consent.subject.id = :id")
    List<ConsentEvidence> evidenceOf(UUID id);

    @Modifying
    @Query("delete from ConsentEvidence e"
            + " where e.consentId in (select c.id from Consent c where c.subject.id = :id)")
    void forgetEvidenceOf(UUID id);

    @Query("select e.objectKey from ConsentEvidence e where e.objectKey in :keys")
    Set<String> evidenceAt(Collection<String> keys);

    @Query("select s.dataKey from Subject s where s.dataKey in :keys and s.erasedAt is null")
    Set<UUID> keysInUse(Collection<UUID> keys);

    interface Grounds {
        UUID getSubject();

        UUID getConsent();

        Instant getRecordedAt();

        Instant getSince();
    }

    interface Match {
        UUID getId();

        long getTotal();
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
