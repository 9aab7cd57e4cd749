package dev.facewright.platform.benchmarks;

import dev.facewright.platform.storage.DataKeyId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The row of a benchmark. Its images are objects, encrypted with its own data key.
@Entity
@Table(name = "benchmark")
class Benchmark {
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

    @Enumerated(EnumType.STRING)
    private BenchmarkStatus status;

    private UUID dataKey;
    private int pairs;
    private int genuinePairs;
    private int folds;
    private int images;
    private int imagesDone;
    private int imagesWithoutFace;
    private @Nullable String detector;
    private @Nullable String failure;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> failureArguments;

    private Instant createdAt;
    private @Nullable Instant endedAt;

    protected Benchmark() {}

    Benchmark(BenchmarkId id, NewBenchmark described, PairList pairList, DataKeyId key, Instant now) {
        this.id = id.value();
        this.name = described.name().strip();
        this.legalBasis = described.legalBasis();
        this.legalBasisNote = described.legalBasisNote().strip();
        this.source = described.source().strip();
        this.licence = described.licence().strip();
        this.status = BenchmarkStatus.UPLOADING;
        this.dataKey = key.value();
        this.pairs = pairList.pairs().size();
        this.genuinePairs = pairList.genuine();
        this.folds = pairList.folds();
        this.images = pairList.keys().size();
        this.failureArguments = List.of();
        this.createdAt = now;
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

    BenchmarkStatus status() {
        return status;
    }

    DataKeyId dataKey() {
        return new DataKeyId(dataKey);
    }

    int images() {
        return images;
    }

    int pairs() {
        return pairs;
    }

    boolean is(BenchmarkStatus expected) {
        return status == expected;
    }

    void received() {
        status = BenchmarkStatus.INGESTING;
    }

    void ingested(int withoutFace, @Nullable String byDetector, Instant now) {
        status = BenchmarkStatus.READY;
        imagesDone = images;
        imagesWithoutFace = withoutFace;
        detector = byDetector;
        endedAt = now;
    }

    void refused(String slug, List<String> arguments, Instant now) {
        status = BenchmarkStatus.FAILED;
        failure = slug;
        failureArguments = arguments;
        endedAt = now;
    }

    void deleted(Instant now) {
        status = BenchmarkStatus.DELETED;
        endedAt = now;
    }

    /// @throws BenchmarkNotReady if it cannot be scored on
    void requireReady() {
        if (!is(BenchmarkStatus.READY)) {
            throw new BenchmarkNotReady(id(), status);
        }
    }

    BenchmarkView view() {
        return new BenchmarkView(
                id(),
                name,
                legalBasis,
                legalBasisNote,
                source,
                licence,
                status,
                pairs,
                genuinePairs,
                folds,
                images,
                imagesDone,
                imagesWithoutFace,
                detector,
                failure,
                failureArguments,
                createdAt);
    }
}
