package dev.facewright.platform.jobs;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Carries a stop request to a job of this process without waiting for the next look into the table.
@Component
class StopSignals {
    private final Set<JobId> running = ConcurrentHashMap.newKeySet();
    private final Set<JobId> asked = ConcurrentHashMap.newKeySet();

    void started(JobId id) {
        running.add(id);
    }

    void finished(JobId id) {
        running.remove(id);
        asked.remove(id);
    }

    boolean asked(JobId id) {
        return asked.contains(id);
    }

    void ask(JobId id) {
        if (running.contains(id)) {
            asked.add(id);
        }
    }
}
