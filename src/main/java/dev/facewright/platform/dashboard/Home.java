package dev.facewright.platform.dashboard;

import dev.facewright.platform.jobs.JobBoard;
import dev.facewright.platform.jobs.JobHandler;
import java.util.List;
import java.util.function.Predicate;

/// What the first page shows.
public record Home(Counts counts, List<Running> running, List<Attention> attention, List<FirstStep> firstSteps) {
    /// How much there is of each thing.
    ///
    /// @param people  with a consent that is live
    /// @param datasetVersions  sealed and not revoked
    public record Counts(
            long people,
            long datasetVersions,
            long runs,
            long models,
            long benchmarks,
            long evaluations,
            long exports) {}

    /// Something under way.
    ///
    /// @param area  which list it stands in, as in the navigation: `runs`
    /// @param kind  of job; key of its text: `job.<kind>`
    /// @param name  for people to read
    /// @param share  how much of it is done, in [0, 1]
    public record Running(String area, String kind, String name, String path, boolean waiting, double share) {
        static Running of(JobBoard.UnderWay job) {
            JobHandler.Work work = job.work();
            return new Running(job.area(), job.kind(), work.name(), work.path(), job.waiting(), work.share());
        }
    }

    /// Something somebody should look at.
    ///
    /// @param reason  key of its text: `dashboard.attention.<reason>`; `failed-<area>` where jobs failed
    public record Attention(String reason, String area, long count, String path) {}

    /// @param name  key of its text: `dashboard.step.<name>`
    public record FirstStep(String name, String area, String path, boolean done) {}

    /// Without the names of what somebody may not look at.
    ///
    /// @param mayRead  tells of a page's path whether they may look at it
    public Home seenBy(Predicate<String> mayRead) {
        return new Home(
                counts,
                running.stream().filter(item -> mayRead.test(item.path())).toList(),
                attention,
                firstSteps);
    }

    /// Whether the checklist has something left to tick off.
    public boolean starting() {
        return firstSteps.stream().anyMatch(step -> !step.done());
    }
}
