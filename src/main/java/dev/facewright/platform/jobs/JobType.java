package dev.facewright.platform.jobs;

import org.jspecify.annotations.Nullable;

/// A kind of work. Its words stand in its owner's message bundle as `job.<name>`.
///
/// @param name  unique and lasting, since queued rows carry it: `train-run`
/// @param payload  a record of ids, written as JSON; what may change meanwhile is read when the job runs
/// @param area  the item of the navigation under which people look for it, such as `runs`, whose page is
///     `/runs`; null for housekeeping, which nobody is shown
public record JobType<P>(
        String name,
        Class<P> payload,
        JobLane lane,
        @Nullable String area) {
    public JobType(String name, Class<P> payload, String area) {
        this(name, payload, JobLane.GENERAL, area);
    }

    public static <P> JobType<P> housekeeping(String name, Class<P> payload) {
        return new JobType<>(name, payload, JobLane.GENERAL, null);
    }
}
