package dev.facewright.platform.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface BenchmarkRepository extends JpaRepository<Benchmark, UUID> {
    Page<Benchmark> findAllByOrderByCreatedAtDesc(Pageable page);

    List<Benchmark> findByStatusOrderByName(BenchmarkStatus status);

    @Query("select b from Benchmark b where lower(b.name) = lower(:name) and b.status in (UPLOADING, INGESTING, READY)")
    Optional<Benchmark> findLive(String name);

    // past the version on purpose: progress must not collide with a deletion
    @Modifying
    @Query("update Benchmark b set b.imagesDone = :done, b.imagesWithoutFace = :withoutFace"
            + " where b.id = :id and b.status = INGESTING")
    int progressed(UUID id, int done, int withoutFace);
}
