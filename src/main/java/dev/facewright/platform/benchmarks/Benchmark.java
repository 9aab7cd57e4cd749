package dev.facewright.platform.benchmarks;

import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkNotReady;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkWithdrawn;
import dev.facewright.platform.jobs.JobOutcome.Cancelled;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.jobs.Life;
import dev.facewright.platform.jobs.LifeChange;
import dev.facewright.platform.jobs.LifeChange.Begun;
import dev.facewright.platform.jobs.LifeChange.CancelRequested;
import dev.facewright.platform.jobs.Living;
import dev.facewright.platform.storage.DataKeyId;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The row of a benchmark. Its images are objects, encrypted with its own data key.
@Entity
@Table(name = "benchmark")
class Benchmark implements Living {
    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private String name;

    @Enumerated(EnumType.STRING)
    private LegalBasis legalBasis;

    private String legalBasisNote;
    private String source;
    private String licence;

    private UUID dataKey;
    private int pairs;
    private int genuinePairs;
    private int folds;
    private int imagesWithoutFace;
    private @Nullable String detector;

    @Embedded
    private Life life;

    private @Nullable Instant deletedAt;

    protected Benchmark() {}

    Benchmark(BenchmarkId id, NewBenchmark described, PairList pairList, DataKeyId key, Instant now) {
        this.id = id.value();
        this.name = described.name().strip();
        this.legalBasis = described.legalBasis();
        this.legalBasisNote = described.legalBasisNote().strip();
        this.source = described.source().strip();
        this.licence = described.licence().strip();
        this.dataKey = key.value();
        this.pairs = pairList.pairs().size();
        this.genuinePairs = pairList.genuine();
        this.folds = pairList.folds();
        this.life = new Life(now, pairList.keys().size());
    }

    BenchmarkId id() {
        return new BenchmarkId(id);
    }

    String name() {
        return name;
    }

    LegalBasis legalBasis() {
        return legalBasis;
    }

    DataKeyId dataKey() {
        return new DataKeyId(dataKey);
    }

    /// Distinct images that the pairs name.
    int images() {
        return life.total() == null ? 0 : life.total().intValue();
    }

    int pairs() {
        return pairs;
    }

    /// That of its ingestion; progress counts images.
    @Override
    public Life life() {
        return life;
    }

    boolean receiving() {
        return !life.ended() && life.job().isEmpty();
    }

    /// @param ended  whether a consent it rests on has ended
    private BenchmarkStatus status(boolean ended) {
        if (deletedAt != null) {
            return BenchmarkStatus.DELETED;
        }
        if (ended && life.status() != JobStatus.FAILED) {
            return BenchmarkStatus.WITHDRAWN;
        }
        return switch (life.status()) {
            case QUEUED, RUNNING -> life.job().isEmpty() ? BenchmarkStatus.UPLOADING : BenchmarkStatus.INGESTING;
            case SUCCEEDED -> BenchmarkStatus.READY;
            case FAILED, CANCELLED -> BenchmarkStatus.FAILED;
        };
    }

    void gave(int withoutFace, @Nullable String byDetector) {
        imagesWithoutFace = withoutFace;
        detector = byDetector;
    }

    /// @return false if it was deleted before
    boolean delete(Instant now) {
        boolean first = deletedAt == null;
        deletedAt = first ? now : deletedAt;
        return first;
    }

    /// A deletion says itself that it ends an ingestion early.
    @Override
    public @Nullable BenchmarkEvent event(LifeChange change) {
        return switch (change) {
            case Begun _, RetryLater _, CancelRequested _, Cancelled _ -> null;
            case Succeeded _ -> new BenchmarkEvent.Ingested(id(), images(), imagesWithoutFace);
            case Failed _ -> new BenchmarkEvent.Refused(id());
        };
    }

    /// @param ended  whether a consent it rests on has ended
    /// @throws BenchmarkWithdrawn if one has
    /// @throws BenchmarkNotReady if it cannot be scored on
    void requireReady(boolean ended) {
        BenchmarkStatus status = status(ended);
        if (status == BenchmarkStatus.WITHDRAWN) {
            throw new BenchmarkWithdrawn(id());
        }
        if (status != BenchmarkStatus.READY) {
            throw new BenchmarkNotReady(id(), status);
        }
    }

    /// @param ended  whether a consent it rests on has ended
    BenchmarkView view(boolean ended) {
        return new BenchmarkView(
                id(),
                name,
                legalBasis,
                legalBasisNote,
                source,
                licence,
                status(ended),
                pairs,
                genuinePairs,
                folds,
                images(),
                (int) life.done(),
                imagesWithoutFace,
                detector,
                life.failure(),
                life.failureArguments(),
                life.createdAt());
    }
}
