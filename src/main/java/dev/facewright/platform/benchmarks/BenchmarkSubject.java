package dev.facewright.platform.benchmarks;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// Someone in a benchmark, and the consent to evaluation it rests on for them. Never changes.
@Entity
@Immutable
@IdClass(BenchmarkSubject.Key.class)
class BenchmarkSubject {
    record Key(UUID benchmarkId, UUID subjectId) {}

    @Id
    private UUID benchmarkId;

    @Id
    private UUID subjectId;

    private UUID consentId;

    protected BenchmarkSubject() {}
}
