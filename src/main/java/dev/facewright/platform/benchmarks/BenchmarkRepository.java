package dev.facewright.platform.benchmarks;

import dev.facewright.platform.jobs.LivingRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface BenchmarkRepository extends LivingRepository<Benchmark> {
    /// As benchmarks by consent were before they named their people.
    String NOBODY_NAMED = " and not exists (select s from BenchmarkSubject s where s.benchmarkId = b.id)";

    Page<Benchmark> findAllByOrderByLifeCreatedAtDescIdAsc(Pageable page);

    /// SQL, as the next: what rests on ended consents is a function of the database.
    @NativeQuery("select b.* from benchmark b where b.status = 'SUCCEEDED' and b.deleted_at is null"
            + " and strpos(lower(b.name), lower(:part)) > 0"
            + " and not exists (select from ended_benchmark(:now) e where e.benchmark_id = b.id)"
            + " order by b.name limit :most")
    List<Benchmark> findReady(String part, Instant now, int most);

    /// Those of them that rest on a consent which has ended, or on none that can be named.
    @NativeQuery("select e.benchmark_id from ended_benchmark(:now) e where e.benchmark_id = any(:ids)")
    Set<UUID> ended(UUID[] ids, Instant now);

    @Modifying
    @NativeQuery("insert into benchmark_subject (benchmark_id, subject_id, consent_id)"
            + " select :benchmark, s.* from unnest(:subjects, :consents) s")
    void name(UUID benchmark, UUID[] subjects, UUID[] consents);

    /// Of those, whose people are named and whose images are still here.
    @NativeQuery("select e.benchmark_id from ended_benchmark(:now) e join benchmark b on b.id = e.benchmark_id"
            + " where b.deleted_at is null and exists (select from benchmark_subject s where s.benchmark_id = b.id)")
    List<UUID> holdingImagesOfWithdrawn(Instant now);

    @Query("select s.subjectId from BenchmarkSubject s where s.benchmarkId = :benchmark")
    List<UUID> people(UUID benchmark);

    @Query("select s.benchmarkId from BenchmarkSubject s where s.subjectId = :subject")
    List<UUID> with(UUID subject);

    @Query("select b from Benchmark b where lower(b.name) = lower(:name) and b.deletedAt is null"
            + " and b.life.status in (QUEUED, RUNNING, SUCCEEDED)")
    Optional<Benchmark> findLive(String name);

    /// Those whose images are here, or on their way.
    @Query("select b.id from Benchmark b where b.legalBasis = CONSENT and b.deletedAt is null"
            + " and b.life.status in (QUEUED, RUNNING, SUCCEEDED)" + NOBODY_NAMED)
    List<UUID> holdingImagesOfNobodyNamed();

    /// Those of them whose images are here, or on their way.
    @Query("select b from Benchmark b where b.id in :ids and b.deletedAt is null"
            + " and b.life.status in (QUEUED, RUNNING, SUCCEEDED)")
    List<Benchmark> held(Collection<UUID> ids);

    @Query("select b.id from Benchmark b where b.legalBasis = CONSENT" + NOBODY_NAMED)
    List<UUID> ofNobodyNamed();

    // past the version on purpose: progress must not collide with a deletion
    @Modifying
    @Query("update Benchmark b set b.life.done = :done, b.imagesWithoutFace = :withoutFace"
            + " where b.id = :id and b.life.status = RUNNING")
    int progressed(UUID id, int done, int withoutFace);
}
