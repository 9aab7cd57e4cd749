package dev.facewright.platform.export;

import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Makes a bundle; after a crash once more, which gives the same but for the list of that moment in it.
@Component
class RunExportHandler implements JobHandler<RunExportHandler.RunExport> {
    static final JobType<RunExport> TYPE = new JobType<>("run-export", RunExport.class, "exports");

    private final ExportRepository rows;
    private final ExportBundles exports;
    private final ExportRecords records;
    private final BundleMaking making;

    RunExportHandler(ExportRepository rows, ExportBundles exports, ExportRecords records, BundleMaking making) {
        this.rows = rows;
        this.exports = exports;
        this.records = records;
        this.making = making;
    }

    @Override
    public JobType<RunExport> type() {
        return TYPE;
    }

    @Override
    public Optional<ExportBundle> owner(RunExport job) {
        return rows.lock(job.export().value());
    }

    @Override
    public Optional<Work> describe(RunExport job) {
        return rows.findById(job.export().value())
                .map(row -> exports.get(row.id()))
                .map(export -> new Work(export.modelName(), "/exports/" + export.id(), 0));
    }

    @Override
    public JobOutcome run(RunExport job, JobContext context) {
        try {
            StoredBundle bundle =
                    making.make(job.export(), exports.get(job.export()).model(), records.key(job.export()));
            return records.ready(job.export(), bundle) ? new JobOutcome.Succeeded() : context.interruption();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Job: make the bundle of an export.
    record RunExport(ExportId export) {}
}
