package dev.facewright.platform.benchmarks;

import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobType;
import dev.facewright.platform.kernel.DomainException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Ingests a benchmark, from the start again after a crash.
@Component
class IngestBenchmarkHandler implements JobHandler<IngestBenchmarkHandler.IngestBenchmark> {
    static final JobType<IngestBenchmark> TYPE = new JobType<>("ingest-benchmark", IngestBenchmark.class, "benchmarks");

    private final BenchmarkRepository rows;
    private final BenchmarkRecords records;
    private final BenchmarkObjects objects;
    private final BenchmarkIngestion ingestion;

    IngestBenchmarkHandler(
            BenchmarkRepository rows,
            BenchmarkRecords records,
            BenchmarkObjects objects,
            BenchmarkIngestion ingestion) {
        this.rows = rows;
        this.records = records;
        this.objects = objects;
        this.ingestion = ingestion;
    }

    @Override
    public JobType<IngestBenchmark> type() {
        return TYPE;
    }

    @Override
    public Optional<Benchmark> owner(IngestBenchmark job) {
        return rows.lock(job.benchmark().value());
    }

    @Override
    public Optional<Work> describe(IngestBenchmark job) {
        return rows.findById(job.benchmark().value())
                .map(row -> new Work(
                        row.name(), "/benchmarks/" + row.id(), row.life().share()));
    }

    @Override
    public JobOutcome run(IngestBenchmark job, JobContext context) throws InterruptedException {
        BenchmarkRecords.Opened benchmark = records.get(job.benchmark());
        try {
            if (ingestion.store(benchmark, context::interrupted)) {
                return new JobOutcome.Succeeded();
            }
            return cleanedUp(benchmark, context.interruption());
        } catch (DomainException refusal) {
            if (context.interruption() instanceof JobOutcome.Cancelled deleted) {
                return cleanedUp(benchmark, deleted); // the key went with it
            }
            throw refusal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deleted while it was ingested: what was written since is deleted too.
    private JobOutcome cleanedUp(BenchmarkRecords.Opened benchmark, JobOutcome outcome) {
        if (outcome instanceof JobOutcome.Cancelled) {
            objects.delete(benchmark.id(), CropBlocks.blocksFor(benchmark.images()));
        }
        return outcome;
    }

    /// Of one that failed nothing in the store can be read any more: the key goes with the row's status. Of one that
    /// succeeded the archive goes, which has more in it than the pairs name. Here and not in `run`, which nobody
    /// reaches again once the row has ended.
    @Override
    public void ended(IngestBenchmark job, JobOutcome outcome) {
        switch (outcome) {
            case JobOutcome.Failed _ -> records.forgotten(job.benchmark());
            case JobOutcome.Succeeded _ -> objects.unstage(job.benchmark());
            case JobOutcome.Cancelled _, JobOutcome.RetryLater _ -> {}
        }
    }

    /// Job: align and store the images of a benchmark.
    record IngestBenchmark(BenchmarkId benchmark) {}
}
