package dev.facewright.platform.jobs;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A job whose work a test writes: `ProbeJob.doing(context -> ...)`.
@Component
class ProbeJob implements JobHandler<ProbeJob.Probe> {
    static final JobType<Probe> TYPE = new JobType<>("probe", Probe.class, "runs");

    private static final Map<UUID, Work> WORK = new ConcurrentHashMap<>();
    private static final Map<UUID, JobOutcome> ENDS = new ConcurrentHashMap<>();

    record Probe(UUID work) {
        /// How the job ended; null while it has not.
        @Nullable
        JobOutcome end() {
            return ENDS.get(work);
        }
    }

    interface Work {
        JobOutcome run(JobContext context) throws Exception;
    }

    static Probe doing(Work work) {
        Probe probe = new Probe(UUID.randomUUID());
        WORK.put(probe.work(), work);
        return probe;
    }

    @Override
    public JobType<Probe> type() {
        return TYPE;
    }

    @Override
    public JobOutcome run(Probe probe, JobContext context) throws InterruptedException {
        try {
            return Objects.requireNonNull(WORK.get(probe.work())).run(context);
        } catch (InterruptedException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    @Override
    public void ended(Probe probe, JobOutcome outcome) {
        ENDS.put(probe.work(), outcome);
    }
}
