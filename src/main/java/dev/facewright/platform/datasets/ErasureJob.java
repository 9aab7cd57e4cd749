package dev.facewright.platform.datasets;

import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobType;
import dev.facewright.platform.storage.StorageUnavailable;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Erases someone who agrees to nothing any more; tries until it is done.
@Component
class ErasureJob implements JobHandler<ErasurePayload> {
    static final JobType<ErasurePayload> TYPE = new JobType<>("erase-subject", ErasurePayload.class);
    private static final Duration UNTIL_THE_STORE_IS_BACK = Duration.ofSeconds(30);

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
        try {
            erasure.erase(payload.subject());
            return new JobOutcome.Succeeded();
        } catch (StorageUnavailable e) {
            return new JobOutcome.RetryLater(UNTIL_THE_STORE_IS_BACK, e.slug());
        }
    }
}
