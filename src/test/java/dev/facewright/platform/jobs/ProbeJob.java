package dev.facewright.platform.jobs;

import dev.facewright.platform.kernel.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    private static final Map<UUID, Row> ROWS = new ConcurrentHashMap<>();

    /// What a probe is for; none in a database, which a life needs not.
    record Row(Life life, List<LifeChange> changes) implements Living {
        @Override
        public @Nullable DomainEvent event(LifeChange change) {
            changes.add(change);
            return null;
        }
    }

    record Probe(UUID work) {
        Row forARow() {
            return ROWS.computeIfAbsent(work, key -> new Row(new Life(Instant.EPOCH), new ArrayList<>()));
        }

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
    public Optional<Row> owner(Probe probe) {
        return Optional.ofNullable(ROWS.get(probe.work()));
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
