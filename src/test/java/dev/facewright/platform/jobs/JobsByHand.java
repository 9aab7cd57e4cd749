package dev.facewright.platform.jobs;

import dev.facewright.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/// Jobs that no worker will take: a test takes them through their handlers itself, as the queue would.
@Component
public class JobsByHand {
    private final JobRepository rows;
    private final JobRecords records;

    JobsByHand(JobRepository rows, JobRecords records) {
        this.rows = rows;
        this.records = records;
    }

    public JobId unqueued(JobType<?> type) {
        JobId id = JobId.random();
        rows.insert(id, type, Actor.system("test"));
        return id;
    }

    /// What it throws is as if its process died.
    public <P> JobOutcome attempt(JobHandler<P> handler, P payload, JobId id, JobContext context)
            throws InterruptedException {
        var beginning = records.begin(handler, payload, id);
        JobOutcome outcome =
                beginning.settled().isPresent() ? beginning.settled().get() : handler.run(payload, context);
        return end(handler, payload, id, outcome);
    }

    public <P> JobOutcome end(JobHandler<P> handler, P payload, JobId id, JobOutcome outcome) {
        records.record(handler, payload, id, outcome);
        return outcome;
    }
}
