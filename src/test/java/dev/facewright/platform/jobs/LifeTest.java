package dev.facewright.platform.jobs;

import static dev.facewright.platform.jobs.JobStatus.CANCELLED;
import static dev.facewright.platform.jobs.JobStatus.FAILED;
import static dev.facewright.platform.jobs.JobStatus.QUEUED;
import static dev.facewright.platform.jobs.JobStatus.RUNNING;
import static dev.facewright.platform.jobs.JobStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.jobs.JobOutcome.Cancelled;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import dev.facewright.platform.jobs.LifeChange.Begun;
import dev.facewright.platform.jobs.LifeChange.CancelRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LifeTest {
    private static final Instant BORN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant THEN = BORN.plusSeconds(60);
    private static final Instant LATER = BORN.plusSeconds(120);

    private static final LifeChange BEGUN = new Begun(1);
    private static final LifeChange PUT_BACK = new RetryLater(Duration.ZERO, "shutting-down");
    private static final LifeChange CANCEL_REQUESTED = new CancelRequested("not-wanted");
    private static final LifeChange SUCCESS = new Succeeded();
    private static final LifeChange FAILURE = new Failed("refused", List.of("7"), "trace");
    private static final LifeChange CANCEL = new Cancelled("not-wanted");

    private static final Map<JobStatus, List<LifeChange>> WAYS = new EnumMap<>(Map.of(
            QUEUED, List.of(),
            RUNNING, List.of(BEGUN),
            SUCCEEDED, List.of(BEGUN, SUCCESS),
            FAILED, List.of(BEGUN, FAILURE),
            CANCELLED, List.of(BEGUN, CANCEL)));

    /// @param changes  whether anything does
    record Step(JobStatus from, LifeChange change, JobStatus to, boolean changes) {}

    static Stream<Step> steps() {
        return Stream.concat(
                Stream.of(
                        new Step(QUEUED, BEGUN, RUNNING, true),
                        new Step(QUEUED, PUT_BACK, QUEUED, false),
                        new Step(QUEUED, CANCEL_REQUESTED, QUEUED, true),
                        new Step(QUEUED, SUCCESS, SUCCEEDED, true),
                        new Step(QUEUED, FAILURE, FAILED, true),
                        new Step(QUEUED, CANCEL, CANCELLED, true),
                        new Step(RUNNING, BEGUN, RUNNING, true),
                        new Step(RUNNING, PUT_BACK, QUEUED, true),
                        new Step(RUNNING, CANCEL_REQUESTED, RUNNING, true),
                        new Step(RUNNING, SUCCESS, SUCCEEDED, true),
                        new Step(RUNNING, FAILURE, FAILED, true),
                        new Step(RUNNING, CANCEL, CANCELLED, true)),
                Stream.of(SUCCEEDED, FAILED, CANCELLED)
                        .flatMap(end -> Stream.of(BEGUN, PUT_BACK, CANCEL_REQUESTED, SUCCESS, FAILURE, CANCEL)
                                .map(change -> new Step(end, change, end, false))));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyChangeLeadsWhereTheTableSays(Step step) {
        Life life = life(step.from());

        assertThat(life.take(step.change(), LATER)).isEqualTo(step.changes());

        assertThat(life.status()).isEqualTo(step.to());
        assertThat(life.endedAt() != null).isEqualTo(step.to().ended());
        if (step.from().ended()) {
            assertThat(life.endedAt()).isEqualTo(THEN);
        }
    }

    @Test
    void itKeepsWhenItWasBegunFirstAndHowItEnded() {
        Life life = new Life(BORN);
        life.take(BEGUN, THEN);
        life.take(PUT_BACK, THEN);
        life.take(BEGUN, LATER);
        life.take(FAILURE, LATER);

        assertThat(life.startedAt()).isEqualTo(THEN);
        assertThat(life.endedAt()).isEqualTo(LATER);
        assertThat(life.failure()).isEqualTo("refused");
        assertThat(life.failureArguments()).containsExactly("7");
        assertThat(life.traceId()).isEqualTo("trace");
        assertThat(life.outcome()).contains((JobOutcome) FAILURE);
    }

    @Test
    void theFirstReasonToEndEarlyStands() {
        Life life = life(RUNNING);

        assertThat(life.take(new CancelRequested("first"), THEN)).isTrue();
        assertThat(life.take(new CancelRequested("second"), THEN)).isFalse();
        assertThat(life.cancelling()).isTrue();
        life.take(new Cancelled("third"), LATER);

        assertThat(life.cancelling()).isFalse();
        assertThat(life.outcome()).contains(new Cancelled("first"));
    }

    @Test
    void theShareOfWhatIsNotCountedYetIsNone() {
        assertThat(new Life(BORN).share()).isZero();
        assertThat(new Life(BORN, 0).share()).isZero();
        Life life = new Life(BORN, 4);
        life.allDone();
        assertThat(life.share()).isEqualTo(1);
    }

    private static Life life(JobStatus status) {
        Life life = new Life(BORN);
        Objects.requireNonNull(WAYS.get(status)).forEach(change -> life.take(change, THEN));
        return life;
    }
}
