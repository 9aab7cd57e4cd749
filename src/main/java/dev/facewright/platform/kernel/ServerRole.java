package dev.facewright.platform.kernel;

/// What one running server does. All of them share the database and the object store.
public enum ServerRole {
    /// Answers requests and runs jobs.
    ALL,
    /// Answers requests only.
    SERVER,
    /// Runs jobs only; it answers nothing but health checks and metrics.
    WORKER;

    public boolean answersRequests() {
        return this != WORKER;
    }

    public boolean runsJobs() {
        return this != SERVER;
    }
}
