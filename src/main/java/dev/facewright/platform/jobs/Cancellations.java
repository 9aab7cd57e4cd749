package dev.facewright.platform.jobs;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Asks jobs to end early: through the table, and within this process without waiting for the next look into it.
@Component
class Cancellations {
    private final Set<JobId> running = ConcurrentHashMap.newKeySet();
    private final Set<JobId> reached = ConcurrentHashMap.newKeySet();
    private final JobRepository rows;

    Cancellations(JobRepository rows) {
        this.rows = rows;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(JobId id, String reason) {
        rows.cancel(id, reason);
        AfterCommit.run(() -> reach(id));
    }

    private void reach(JobId id) {
        if (running.contains(id)) {
            reached.add(id);
        }
    }

    void started(JobId id) {
        running.add(id);
    }

    void finished(JobId id) {
        running.remove(id);
        reached.remove(id);
    }

    /// Whether one has reached this job within the process.
    boolean reached(JobId id) {
        return reached.contains(id);
    }
}
