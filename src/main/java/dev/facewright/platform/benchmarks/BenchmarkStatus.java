package dev.facewright.platform.benchmarks;

/// Where a benchmark is in its life.
public enum BenchmarkStatus {
    /// The archive is being received; a server that stops now leaves it so, and it can only be deleted.
    UPLOADING,
    /// The archive is stored; its images are being aligned.
    INGESTING,
    READY,
    /// Nothing of the archive is kept.
    FAILED,
    /// Someone in it agrees to it no more, or nobody knows who is in it: it is not scored on, and destroyed.
    WITHDRAWN,
    /// Images and their key are destroyed; reports on it remain.
    DELETED
}
