package dev.facewright.platform.jobs;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import dev.facewright.platform.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A kind of job that nothing but its payload and its handler knows of is seen by everyone.
@FacewrightTest
class JobBoardTest {
    private static final Actor SOMEONE = Actor.system("test");

    private final JobQueue queue;
    private final JobBoard board;
    private final TestSession session;
    private final TestClock clock;

    JobBoardTest(JobQueue queue, JobBoard board, TestSession session, TestClock clock) {
        this.queue = queue;
        this.board = board;
        this.session = session;
        this.clock = clock;
    }

    @Test
    void aKindOfJobThatTheHomePageNeverHeardOfShowsUpOnIt() {
        var running = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var engineer = session.as(Role.ML_ENGINEER);
        JobId id = queue.submit(
                ProbeJob.TYPE,
                ProbeJob.doing(context -> {
                    running.countDown();
                    goOn.await();
                    return new Succeeded();
                }),
                SOMEONE);
        try {
            eventually(() -> assertThat(running.getCount()).isZero());

            assertThat(engineer.page("/").expect(200).text()).contains("<td>probe</td>", "href=\"/runs\">probe</a>");
            assertThat(probes(engineer.get("/api/v1/home").expect(200).json())).anySatisfy(probe -> {
                assertThat(probe.path("area").asString()).isEqualTo("runs");
                assertThat(probe.path("waiting").asBoolean()).isFalse();
            });
            assertThat(probes(session.as(Role.ADMIN).get("/api/v1/home").json()))
                    .isEmpty();
        } finally {
            goOn.countDown();
        }
        eventually(() -> assertThat(queue.view(id).status()).isEqualTo(JobStatus.SUCCEEDED));
        assertThat(probes(engineer.get("/api/v1/home").json())).isEmpty();
    }

    @Test
    void whatWaitsShowsUntilItIsCancelledAndHousekeepingNever() {
        var running = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var busy = ProbeJob.doing(context -> {
            running.countDown();
            goOn.await();
            return new Succeeded();
        });
        try {
            JobId housekeeping = queue.submit(ProbeTraining.TYPE, busy, SOMEONE);
            eventually(() -> assertThat(running.getCount()).isZero());
            assertThat(queue.view(housekeeping).status()).isEqualTo(JobStatus.RUNNING);
            assertThat(shown(ProbeTraining.TYPE)).isZero();

            long before = shown(ShownTraining.TYPE);
            JobId waiting = queue.submit(ShownTraining.TYPE, ProbeJob.doing(context -> new Succeeded()), SOMEONE);
            assertThat(shown(ShownTraining.TYPE)).isEqualTo(before + 1);
            queue.cancel(waiting, "not-wanted");
            assertThat(shown(ShownTraining.TYPE)).isEqualTo(before);
        } finally {
            goOn.countDown();
        }
    }

    @Test
    void failuresOfLateAreCountedByArea() {
        Instant since = clock.instant().minus(Duration.ofDays(7));
        long before = board.failedSince(since).getOrDefault("runs", 0L);
        JobId id = queue.submit(ProbeJob.TYPE, ProbeJob.doing(context -> new Failed("probe-refused")), SOMEONE);
        eventually(() -> assertThat(queue.view(id).status()).isEqualTo(JobStatus.FAILED));

        assertThat(board.failedSince(since)).containsEntry("runs", before + 1);
        clock.advance(Duration.ofMillis(1));
        assertThat(board.failedSince(clock.instant())).doesNotContainKey("runs");
    }

    private long shown(JobType<?> type) {
        return board.underWay(10).stream()
                .filter(job -> job.kind().equals(type.name()))
                .count();
    }

    private static Stream<JsonNode> probes(JsonNode home) {
        return home.path("running")
                .valueStream()
                .filter(job -> job.path("kind").asString().equals(ProbeJob.TYPE.name()));
    }
}
