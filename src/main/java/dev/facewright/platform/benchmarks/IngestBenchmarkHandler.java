package dev.facewright.platform.benchmarks;

import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobType;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.storage.StorageUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;

/// Ingests a benchmark, from the start again after a crash.
@Component
class IngestBenchmarkHandler implements JobHandler<IngestBenchmark> {
    static final JobType<IngestBenchmark> TYPE = new JobType<>("ingest-benchmark", IngestBenchmark.class, "benchmarks");

    private final BenchmarkRecords records;
    private final BenchmarkObjects objects;
    private final BenchmarkIngestion ingestion;

    IngestBenchmarkHandler(BenchmarkRecords records, BenchmarkObjects objects, BenchmarkIngestion ingestion) {
        this.records = records;
        this.objects = objects;
        this.ingestion = ingestion;
    }

    @Override
    public JobType<IngestBenchmark> type() {
        return TYPE;
    }

    @Override
    public JobOutcome run(IngestBenchmark job, JobContext context) throws InterruptedException {
        BenchmarkRecords.Opened benchmark = records.get(job.benchmark());
        if (benchmark.status() != BenchmarkStatus.INGESTING) {
            return new JobOutcome.Cancelled("benchmark-deleted");
        }
        try {
            return ingest(benchmark, context);
        } catch (StorageUnavailable away) {
            throw away;
        } catch (DomainException refusal) {
            records.refused(
                    job.benchmark(),
                    refusal.slug(),
                    refusal.arguments().stream().map(String::valueOf).toList());
            objects.delete(job.benchmark(), CropBlocks.blocksFor(benchmark.images()));
            return new JobOutcome.Failed(refusal.slug());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JobOutcome ingest(BenchmarkRecords.Opened benchmark, JobContext context)
            throws IOException, InterruptedException {
        BenchmarkId id = benchmark.id();
        boolean stored;
        try {
            stored = ingestion.store(
                    benchmark, () -> context.interrupted() || records.get(id).status() != BenchmarkStatus.INGESTING);
        } catch (DomainException e) {
            if (records.get(id).status() == BenchmarkStatus.DELETED) {
                return cleanedUp(benchmark);
            }
            throw e;
        }
        if (stored) {
            objects.unstage(id);
            return new JobOutcome.Succeeded();
        }
        return context.interrupted() ? context.interruption() : cleanedUp(benchmark);
    }

    /// Deleted while it was ingested: what was written since is deleted too.
    private JobOutcome cleanedUp(BenchmarkRecords.Opened benchmark) {
        objects.delete(benchmark.id(), CropBlocks.blocksFor(benchmark.images()));
        return new JobOutcome.Cancelled("benchmark-deleted");
    }

    /// What an unexpected end leaves in the store cannot be read any more: the key goes with the row's status.
    @Override
    public void ended(IngestBenchmark job, JobOutcome outcome) {
        if (outcome instanceof JobOutcome.Failed failed) {
            records.refused(job.benchmark(), failed.reason(), List.of());
        }
    }
}
