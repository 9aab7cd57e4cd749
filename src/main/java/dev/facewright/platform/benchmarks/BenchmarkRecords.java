package dev.facewright.platform.benchmarks;

import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkNameTaken;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkNotFound;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkWithdrawn;
import dev.facewright.platform.benchmarks.IngestBenchmarkHandler.IngestBenchmark;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobQueue;
import dev.facewright.platform.jobs.Lives;
import dev.facewright.platform.storage.DataKeyId;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Each step in the life of a benchmark's row, in one transaction with its event.
@Component
class BenchmarkRecords {
    private final BenchmarkRepository benchmarks;
    private final BenchmarkPeople people;
    private final BenchmarkObjects objects;
    private final JobQueue jobs;
    private final Lives lives;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BenchmarkRecords(
            BenchmarkRepository benchmarks,
            BenchmarkPeople people,
            BenchmarkObjects objects,
            JobQueue jobs,
            Lives lives,
            ApplicationEventPublisher events,
            Clock clock) {
        this.benchmarks = benchmarks;
        this.people = people;
        this.objects = objects;
        this.jobs = jobs;
        this.lives = lives;
        this.events = events;
        this.clock = clock;
    }

    /// What the steps outside a transaction need to know of a benchmark.
    record Opened(BenchmarkId id, DataKeyId key, int images) {}

    @Transactional
    public Opened open(BenchmarkId id, NewBenchmark described, PairList pairs) {
        benchmarks.findLive(described.name().strip()).ifPresent(existing -> {
            throw new BenchmarkNameTaken(existing.id());
        });
        Benchmark benchmark = new Benchmark(id, described, pairs, objects.createKey(id), clock.instant());
        Opened opened = opened(benchmarks.saveAndFlush(benchmark));
        if (described.legalBasis() == LegalBasis.CONSENT) {
            people.name(id, pairs);
        }
        events.publishEvent(new BenchmarkEvent.UploadBegun(opened.id(), described.legalBasis()));
        return opened;
    }

    /// @throws BenchmarkNotFound if it was deleted meanwhile
    @Transactional
    public void received(BenchmarkId id) {
        Benchmark benchmark = lock(id);
        if (benchmark.life().ended()) {
            throw new BenchmarkNotFound(id);
        }
        objects.settle(id);
        benchmark.life().queuedAs(jobs.submit(IngestBenchmarkHandler.TYPE, new IngestBenchmark(id)));
        events.publishEvent(
                new BenchmarkEvent.Added(id, benchmark.legalBasis(), benchmark.pairs(), benchmark.images()));
    }

    @Transactional
    public void progressed(BenchmarkId id, int done, int withoutFace) {
        benchmarks.progressed(id.value(), done, withoutFace);
    }

    /// @param detector  what looked for the faces; null if nothing had to
    /// @return false if it was deleted meanwhile
    @Transactional
    public boolean ingested(BenchmarkId id, int withoutFace, @Nullable String detector) {
        Benchmark benchmark = lock(id);
        if (benchmark.life().ended() || benchmark.life().cancelling()) {
            return false;
        }
        requireLive(id);
        benchmark.gave(withoutFace, detector);
        lives.succeed(benchmark);
        return true;
    }

    /// Its archive was not received to its end. Nothing happens to one that was, or is not there any more.
    @Transactional
    public void abandoned(BenchmarkId id) {
        benchmarks.lock(id.value()).filter(Benchmark::receiving).ifPresent(benchmark -> {
            lives.fail(benchmark, new Failed("benchmark-upload-broken"));
            objects.destroyKey(benchmark.dataKey());
        });
    }

    /// Forgets the key, which is enough to forget the images. May be done twice.
    @Transactional
    public void forgotten(BenchmarkId id) {
        objects.destroyKey(require(id).dataKey());
    }

    /// Forgets the key, and ends what is still being done.
    ///
    /// @return whose objects are still to be deleted, also when it was deleted before: that may not have come to
    /// its end
    @Transactional
    public Opened deleted(BenchmarkId id) {
        Benchmark benchmark = lock(id);
        if (benchmark.delete(clock.instant())) {
            lives.cancel(benchmark, "benchmark-deleted");
            objects.destroyKey(benchmark.dataKey());
            events.publishEvent(new BenchmarkEvent.Deleted(id));
        }
        return opened(benchmark);
    }

    @Transactional(readOnly = true)
    public Opened get(BenchmarkId id) {
        return opened(require(id));
    }

    /// @throws BenchmarkWithdrawn if it rests on a consent that has ended
    /// @throws BenchmarkProblem.BenchmarkNotReady if it cannot be scored on
    @Transactional(readOnly = true)
    public Opened ready(BenchmarkId id) {
        Benchmark benchmark = require(id);
        benchmark.requireReady(ended(id));
        return opened(benchmark);
    }

    /// @throws BenchmarkWithdrawn if it rests on a consent that has ended
    @Transactional(readOnly = true)
    public void requireLive(BenchmarkId id) {
        if (ended(id)) {
            throw new BenchmarkWithdrawn(id);
        }
    }

    private boolean ended(BenchmarkId id) {
        return !benchmarks.ended(new UUID[] {id.value()}, clock.instant()).isEmpty();
    }

    private static Opened opened(Benchmark benchmark) {
        return new Opened(benchmark.id(), benchmark.dataKey(), benchmark.images());
    }

    private Benchmark lock(BenchmarkId id) {
        return benchmarks.lock(id.value()).orElseThrow(() -> new BenchmarkNotFound(id));
    }

    private Benchmark require(BenchmarkId id) {
        return benchmarks.findById(id.value()).orElseThrow(() -> new BenchmarkNotFound(id));
    }
}
