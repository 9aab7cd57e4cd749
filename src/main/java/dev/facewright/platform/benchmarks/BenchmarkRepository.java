package dev.facewright.platform.benchmarks;

import dev.facewright.platform.jobs.LivingRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface BenchmarkRepository extends LivingRepository<Benchmark> {
    Page<Benchmark> findAllByOrderByLifeCreatedAtDescIdAsc(Pageable page);

    @Query("select b from Benchmark b where b.life.status = SUCCEEDED and b.deletedAt is null"
            + " and locate(lower(:part), lower(b.name)) > 0 order by b.name")
    List<Benchmark> findReady(String part, Limit most);

    @Query("select b from Benchmark b where lower(b.name) = lower(:name) and b.deletedAt is null"
            + " and b.life.status in (QUEUED, RUNNING, SUCCEEDED)")
    Optional<Benchmark> findLive(String name);

    /// Those whose images are here, or on their way.
    @Query("select b.id from Benchmark b where b.legalBasis = :basis and b.deletedAt is null"
            + " and b.life.status in (QUEUED, RUNNING, SUCCEEDED)")
    List<UUID> holdingImages(LegalBasis basis);

    /// Those of them whose images are here, or on their way.
    @Query("select b from Benchmark b where b.id in :ids and b.deletedAt is null"
            + " and b.life.status in (QUEUED, RUNNING, SUCCEEDED)")
    List<Benchmark> held(Collection<UUID> ids);

    @Query("select b.id from Benchmark b where b.legalBasis = :basis")
    List<UUID> withBasis(LegalBasis basis);

    // past the version on purpose: progress must not collide with a deletion
    @Modifying
    @Query("update Benchmark b set b.life.done = :done, b.imagesWithoutFace = :withoutFace"
            + " where b.id = :id and b.life.status = RUNNING")
    int progressed(UUID id, int done, int withoutFace);
}
