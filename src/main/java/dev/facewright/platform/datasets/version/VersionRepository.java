package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.datasets.DatasetVersion.VersionStatus;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/// The sealed versions in the database.
public interface VersionRepository extends JpaRepository<VersionRow, UUID> {
    /// What decides whether a version may be used, besides the consents: as it is, not as it was when first read.
    ///
    /// @param live  whether every consent it rests on lasts
    record Standing(VersionStatus status, Purpose purpose, boolean live) {}

    /// How many versions a dataset has.
    record Count(UUID dataset, long versions) {}

    String LIVE = " exists (select t.versionId from VersionTerm t where t.versionId = v.id and t.liveUntil > :now) ";

    String WITH_SUBJECT =
            " (exists (select s from VersionSubject s where s.versionId = v.id and s.subjectId = :subject)"
                    + " or exists (select o from VersionOther o where o.versionId = v.id and o.subjectId = :subject)) ";

    @Override
    @EntityGraph(attributePaths = "dataset")
    Optional<VersionRow> findById(UUID id);

    @EntityGraph(attributePaths = "dataset")
    List<VersionRow> findByDatasetIdOrderByNumberDesc(UUID dataset, Pageable page);

    @EntityGraph(attributePaths = "dataset")
    @Query("select v from VersionRow v where v.status = SEALED and v.dataset.purpose = :purpose and" + LIVE
            + "and locate(lower(:part), lower(v.dataset.name)) > 0 order by v.sealedAt desc, v.id")
    List<VersionRow> sealed(Purpose purpose, String part, Instant now, Limit most);

    @Query("select count(v) from VersionRow v where v.status = SEALED and" + LIVE)
    long countUsable(Instant now);

    /// Those of them whose consents all last.
    @Query("select v.id from VersionRow v where v.id in :ids and" + LIVE)
    Set<UUID> live(Collection<UUID> ids, Instant now);

    @Query(
            "select new dev.facewright.platform.datasets.version.VersionRepository$Standing(v.status, v.dataset.purpose,"
                    + " case when t.versionId is null then false else true end)"
                    + " from VersionRow v left join VersionTerm t on t.versionId = v.id and t.liveUntil > :now where v.id = :id")
    Optional<Standing> standing(UUID id, Instant now);

    /// Holds back a revocation until the transaction ends.
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select v from VersionRow v where v.id = :id")
    Optional<VersionRow> hold(UUID id);

    @Query("select coalesce(max(v.number), 0) + 1 from VersionRow v where v.dataset.id = :dataset")
    int nextNumber(UUID dataset);

    @Query("select new dev.facewright.platform.datasets.version.VersionRepository$Count(v.dataset.id, count(v))"
            + " from VersionRow v where v.dataset.id in :datasets group by v.dataset.id")
    List<Count> counts(Collection<UUID> datasets);

    /// In one order, so that two withdrawals never wait for each other.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select v from VersionRow v where v.status = SEALED and exists (select s from VersionSubject s"
            + " where s.versionId = v.id and s.subjectId = :subject and s.consentId = :consent) or v.status = SEALED and exists"
            + " (select o from VersionOther o where o.versionId = v.id and o.subjectId = :subject and o.consentId = :consent)"
            + " order by v.id")
    List<VersionRow> lockSealedOn(UUID subject, UUID consent);

    @Query("select v.id from VersionRow v where" + WITH_SUBJECT)
    List<UUID> with(UUID subject);

    @Query("select v.manifestKey from VersionRow v where" + WITH_SUBJECT)
    List<String> manifestKeysWith(UUID subject);

    @Query("select v.manifestKey from VersionRow v where v.dataset.id = :dataset")
    Set<String> manifestKeysOf(UUID dataset);

    @Query("select v.manifestKey from VersionRow v where v.manifestKey in :keys")
    Set<String> manifestKeysAmong(Collection<String> keys);
}
