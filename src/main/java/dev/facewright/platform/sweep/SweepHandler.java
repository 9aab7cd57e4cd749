package dev.facewright.platform.sweep;

import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobType;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Sweeps when somebody asked for it.
@Component
class SweepHandler implements JobHandler<SweepHandler.SweepNow> {
    static final JobType<SweepNow> TYPE = JobType.housekeeping("sweep", SweepNow.class);
    private static final Duration UNTIL_THE_OTHER_IS_DONE = Duration.ofSeconds(5);

    private final Sweeps sweeps;

    SweepHandler(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    @Override
    public JobType<SweepNow> type() {
        return TYPE;
    }

    @Override
    public JobOutcome run(SweepNow job, JobContext context) {
        return sweeps.sweep()
                .<JobOutcome>map(done -> new JobOutcome.Succeeded())
                .orElseGet(() -> new JobOutcome.RetryLater(UNTIL_THE_OTHER_IS_DONE, "sweep-under-way"));
    }

    /// There is nothing to tell.
    record SweepNow() {}
}
