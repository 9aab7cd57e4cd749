package dev.facewright.platform.jobs;

/// Which of a process's threads take a job. Each lane is a queue of its own, so that work waiting in one never
/// holds up the other.
public enum JobLane {
    /// Several at a time: `facewright.jobs.threads`.
    GENERAL("scheduled_tasks"),
    /// One at a time in a process, since a training step uses every core.
    TRAINING("scheduled_training");

    private final String table;

    JobLane(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
