package dev.facewright.platform.benchmarks;

import dev.facewright.platform.jobs.JobQueue;
import dev.facewright.platform.storage.DataKeyId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Each step in the life of a benchmark's row, in one transaction with its event.
@Component
class BenchmarkRecords {
    private final BenchmarkRepository benchmarks;
    private final BenchmarkObjects objects;
    private final JobQueue jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BenchmarkRecords(
            BenchmarkRepository benchmarks,
            BenchmarkObjects objects,
            JobQueue jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.benchmarks = benchmarks;
        this.objects = objects;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /// What the steps outside a transaction need to know of a benchmark.
    record Opened(BenchmarkId id, DataKeyId key, BenchmarkStatus status, int images) {}

    @Transactional
    public Opened open(NewBenchmark described, PairList pairs) {
        benchmarks.findLive(described.name().strip()).ifPresent(existing -> {
            throw new BenchmarkNameTaken(existing.id());
        });
        Benchmark benchmark =
                new Benchmark(BenchmarkId.random(), described, pairs, objects.createKey(), clock.instant());
        Opened opened = opened(benchmarks.saveAndFlush(benchmark));
        events.publishEvent(new BenchmarkEvent.UploadBegun(opened.id(), described.legalBasis()));
        return opened;
    }

    @Transactional
    public void received(BenchmarkId id) {
        Benchmark benchmark = require(id);
        benchmark.received();
        jobs.submit(IngestBenchmarkHandler.TYPE, new IngestBenchmark(id));
        events.publishEvent(
                new BenchmarkEvent.Added(id, benchmark.legalBasis(), benchmark.pairs(), benchmark.images()));
    }

    @Transactional
    public void progressed(BenchmarkId id, int done, int withoutFace) {
        benchmarks.progressed(id.value(), done, withoutFace);
    }

    /// @param detector  what looked for the faces; null if nothing had to
    /// @return whether it still was to be ingested; it may have been deleted meanwhile
    @Transactional
    public boolean ingested(BenchmarkId id, int withoutFace, @Nullable String detector) {
        Benchmark benchmark = require(id);
        if (!benchmark.is(BenchmarkStatus.INGESTING)) {
            return false;
        }
        benchmark.ingested(withoutFace, detector, clock.instant());
        events.publishEvent(new BenchmarkEvent.Ingested(id, benchmark.images(), withoutFace));
        return true;
    }

    /// Ends an upload or an ingestion without a benchmark and forgets the key. Does nothing if it had ended.
    @Transactional
    public void refused(BenchmarkId id, String slug, List<String> arguments) {
        Benchmark benchmark = require(id);
        if (benchmark.is(BenchmarkStatus.INGESTING) || benchmark.is(BenchmarkStatus.UPLOADING)) {
            benchmark.refused(slug, arguments, clock.instant());
            objects.destroyKey(benchmark.dataKey());
            events.publishEvent(new BenchmarkEvent.Refused(id));
        }
    }

    /// Forgets the key, which is enough to forget the images.
    ///
    /// @return whose objects are still to be deleted, also when it was deleted before: that may not have come to
    /// its end
    @Transactional
    public Opened deleted(BenchmarkId id) {
        Benchmark benchmark = require(id);
        if (!benchmark.is(BenchmarkStatus.DELETED)) {
            benchmark.deleted(clock.instant());
            objects.destroyKey(benchmark.dataKey());
            events.publishEvent(new BenchmarkEvent.Deleted(id));
        }
        return opened(benchmark);
    }

    @Transactional(readOnly = true)
    public Opened get(BenchmarkId id) {
        return opened(require(id));
    }

    /// @throws BenchmarkNotReady if it cannot be scored on
    @Transactional(readOnly = true)
    public Opened ready(BenchmarkId id) {
        Benchmark benchmark = require(id);
        benchmark.requireReady();
        return opened(benchmark);
    }

    private static Opened opened(Benchmark benchmark) {
        return new Opened(benchmark.id(), benchmark.dataKey(), benchmark.status(), benchmark.images());
    }

    private Benchmark require(BenchmarkId id) {
        return benchmarks.findById(id.value()).orElseThrow(() -> new BenchmarkNotFound(id));
    }
}
