package dev.facewright.platform.datasets;

import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobType;
import org.springframework.stereotype.Component;

/// Erases someone who agrees to nothing any more; tried until it is done.
@Component
class ErasureJob implements JobHandler<ErasurePayload> {
    static final JobType<ErasurePayload> TYPE = JobType.housekeeping("erase-subject", ErasurePayload.class);

    private final Erasure erasure;

    ErasureJob(Erasure erasure) {
        this.erasure = erasure;
    }

    @Override
    public JobType<ErasurePayload> type() {
        return TYPE;
    }

    @Override
    public JobOutcome run(ErasurePayload payload, JobContext context) {
        erasure.erase(payload.subject());
        return new JobOutcome.Succeeded();
    }
}
