package dev.facewright.platform.export;

import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/// Makes a bundle; after a crash once more, which gives the same bytes.
@Component
class RunExportHandler implements JobHandler<RunExport> {
    static final JobType<RunExport> TYPE = new JobType<>("run-export", RunExport.class, "exports");

    private final ExportRecords records;
    private final BundleMaking making;

    RunExportHandler(ExportRecords records, BundleMaking making) {
        this.records = records;
        this.making = making;
    }

    @Override
    public JobType<RunExport> type() {
        return TYPE;
    }

    @Override
    public JobOutcome run(RunExport job, JobContext context) {
        try {
            StoredBundle bundle = making.make(records.start(job.export()));
            if (context.interrupted()) {
                return context.interruption();
            }
            records.ready(job.export(), bundle);
            return new JobOutcome.Succeeded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void ended(RunExport job, JobOutcome outcome) {
        switch (outcome) {
            case JobOutcome.Failed failed -> records.failed(job.export(), failed.reason());
            case JobOutcome.Cancelled _ -> records.cancelled(job.export());
            default -> {}
        }
    }
}
