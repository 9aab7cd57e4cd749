package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.train.Schedule.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleTest {
    @Test
    void warmUpRisesEvenlyToTheFullRate() {
        Schedule schedule = new Schedule(Kind.COSINE, 0.4, 0, 4);

        assertThat(schedule.learningRateAt(0, steps(100))).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.learningRateAt(1, steps(100))).isCloseTo(0.2, within(1e-12));
        assertThat(schedule.learningRateAt(3, steps(100))).isCloseTo(0.4, within(1e-12));
        assertThat(schedule.learningRateAt(4, steps(100))).isCloseTo(0.4, within(1e-12));
    }

    /// 10 + 100 steps: a quarter of the way cos 45° = 0.7071068, half 0, three quarters −0.7071068.
    @Test
    void cosineGoesDownHalfAWave() {
        Schedule schedule = new Schedule(Kind.COSINE, 1, 0.2, 10);

        assertThat(schedule.learningRateAt(35, steps(110))).isCloseTo(0.2 + 0.8 * 0.8535534, within(1e-6));
        assertThat(schedule.learningRateAt(60, steps(110))).isCloseTo(0.6, within(1e-12));
        assertThat(schedule.learningRateAt(85, steps(110))).isCloseTo(0.2 + 0.8 * 0.1464466, within(1e-6));
        assertThat(schedule.learningRateAt(110, steps(110))).isCloseTo(0.2, within(1e-12));
    }

    /// Of 32,000 steps the paper drops the rate at 20,000 and 28,000.
    @Test
    void stepsDropTenfoldWhereThePaperDropsThem() {
        Schedule schedule = new Schedule(Kind.STEP, 0.1, 0, 0);

        assertThat(schedule.learningRateAt(19_999, steps(32_000))).isEqualTo(0.1);
        assertThat(schedule.learningRateAt(20_000, steps(32_000))).isCloseTo(0.01, within(1e-12));
        assertThat(schedule.learningRateAt(27_999, steps(32_000))).isCloseTo(0.01, within(1e-12));
        assertThat(schedule.learningRateAt(28_000, steps(32_000))).isCloseTo(0.001, within(1e-12));
        assertThat(new Schedule(Kind.STEP, 0.1, 0.05, 0).learningRateAt(30_000, steps(32_000)))
                .isEqualTo(0.05);
    }

    /// Cycles of 2 epochs of 20 steps: at their quarters cos 45° = 0.7071068, 0 and −0.7071068.
    @Test
    void restartsBeginTheWaveAnewEachSoManyEpochs() {
        Schedule schedule = new Schedule(Kind.COSINE_RESTARTS, 0.1, 0.01, 0, 2, 1);
        RunLength length = new RunLength(6, 20);

        for (int start : new int[] {0, 40, 80}) {
            assertThat(schedule.learningRateAt(start, length)).isCloseTo(0.1, within(1e-12));
            assertThat(schedule.learningRateAt(start + 10, length)).isCloseTo(0.01 + 0.09 * 0.8535534, within(1e-8));
            assertThat(schedule.learningRateAt(start + 20, length)).isCloseTo(0.055, within(1e-12));
            assertThat(schedule.learningRateAt(start + 30, length)).isCloseTo(0.01 + 0.09 * 0.1464466, within(1e-8));
            // (1 + cos 175.5°) / 2
            assertThat(schedule.learningRateAt(start + 39, length)).isCloseTo(0.01 + 0.09 * 0.0015413, within(1e-8));
        }
    }

    /// 40 steps a cycle, 20 of warm-up: the first wave has 20 steps, every later one 40.
    @Test
    void theFirstCycleHasWhatTheWarmUpLeavesOfIt() {
        Schedule schedule = new Schedule(Kind.COSINE_RESTARTS, 1, 0, 20, 2, 1);
        RunLength length = new RunLength(4, 20);

        assertThat(schedule.learningRateAt(9, length)).isCloseTo(0.5, within(1e-12));
        assertThat(schedule.learningRateAt(20, length)).isCloseTo(1, within(1e-12));
        assertThat(schedule.learningRateAt(30, length)).isCloseTo(0.5, within(1e-12));
        assertThat(schedule.learningRateAt(40, length)).isCloseTo(1, within(1e-12));
        assertThat(schedule.learningRateAt(60, length)).isCloseTo(0.5, within(1e-12));
    }

    /// A warm-up over more than one cycle ends in the middle of the second.
    @Test
    void aWarmUpLongerThanACycleIsFollowedByTheRestOfAnother() {
        Schedule schedule = new Schedule(Kind.COSINE_RESTARTS, 1, 0, 15, 1, 1);
        RunLength length = new RunLength(3, 10);

        assertThat(schedule.learningRateAt(14, length)).isCloseTo(1, within(1e-12));
        assertThat(schedule.learningRateAt(15, length)).isCloseTo(1, within(1e-12));
        assertThat(schedule.learningRateAt(20, length)).isCloseTo(1, within(1e-12));
        assertThat(schedule.learningRateAt(25, length)).isCloseTo(0.5, within(1e-12));
    }

    /// 0.2 + 0.8 · (3/4)² = 0.65, 0.2 + 0.8 · (1/2)² = 0.4, and with power 1 a straight line.
    @Test
    void polynomialDecayFollowsThePowerOfWhatIsLeft() {
        Schedule square = new Schedule(Kind.POLYNOMIAL, 1, 0.2, 10, 1, 2);

        assertThat(square.learningRateAt(10, steps(110))).isCloseTo(1, within(1e-12));
        assertThat(square.learningRateAt(35, steps(110))).isCloseTo(0.65, within(1e-12));
        assertThat(square.learningRateAt(60, steps(110))).isCloseTo(0.4, within(1e-12));
        assertThat(square.learningRateAt(110, steps(110))).isCloseTo(0.2, within(1e-12));
        assertThat(new Schedule(Kind.POLYNOMIAL, 1, 0, 0, 1, 1).learningRateAt(30, steps(100)))
                .isCloseTo(0.7, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void noCourseLeavesTheSpanBetweenItsRates(Kind kind) {
        Schedule schedule = new Schedule(kind, 0.4, 0.05, 7, 3, 1.5);
        RunLength length = new RunLength(10, 9);

        for (int step = 7; step < length.steps(); step++) {
            assertThat(schedule.learningRateAt(step, length))
                    .as(kind + " " + step)
                    .isBetween(0.05 - 1e-12, 0.4);
        }
    }

    @Test
    void constantStaysAfterTheWarmUp() {
        Schedule schedule = new Schedule(Kind.CONSTANT, 0.3, 0, 2);

        assertThat(schedule.learningRateAt(0, steps(10))).isCloseTo(0.15, within(1e-12));
        assertThat(schedule.learningRateAt(9, steps(10))).isEqualTo(0.3);
    }

    @Test
    void aRunShorterThanItsWarmUpNeverReachesTheFullRate() {
        Schedule schedule = new Schedule(Kind.COSINE, 1, 0, 100);

        assertThat(schedule.learningRateAt(9, steps(10))).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void stepsBeforeTheFirstAreRefused() {
        Schedule schedule = new Schedule(Kind.CONSTANT, 1, 0, 0);
        assertThatThrownBy(() -> schedule.learningRateAt(-1, steps(10))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> steps(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RunLength steps(int steps) {
        return new RunLength(1, steps);
    }
}
