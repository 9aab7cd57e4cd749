package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.train.Schedule.Kind;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void warmUpRisesEvenlyToTheFullRate() {
        Schedule schedule = new Schedule(Kind.COSINE, 0.4, 0, 4);

        assertThat(schedule.learningRateAt(0, 100)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.learningRateAt(1, 100)).isCloseTo(0.2, within(1e-12));
        assertThat(schedule.learningRateAt(3, 100)).isCloseTo(0.4, within(1e-12));
        assertThat(schedule.learningRateAt(4, 100)).isCloseTo(0.4, within(1e-12));
    }

    /// 10 + 100 steps: a quarter of the way cos 45° = 0.7071068, half 0, three quarters −0.7071068.
    @Test
    void cosineGoesDownHalfAWave() {
        Schedule schedule = new Schedule(Kind.COSINE, 1, 0.2, 10);

        assertThat(schedule.learningRateAt(35, 110)).isCloseTo(0.2 + 0.8 * 0.8535534, within(1e-6));
        assertThat(schedule.learningRateAt(60, 110)).isCloseTo(0.6, within(1e-12));
        assertThat(schedule.learningRateAt(85, 110)).isCloseTo(0.2 + 0.8 * 0.1464466, within(1e-6));
        assertThat(schedule.learningRateAt(110, 110)).isCloseTo(0.2, within(1e-12));
    }

    /// Of 32,000 steps the paper drops the rate at 20,000 and 28,000.
    @Test
    void stepsDropTenfoldWhereThePaperDropsThem() {
        Schedule schedule = new Schedule(Kind.STEP, 0.1, 0, 0);

        assertThat(schedule.learningRateAt(19_999, 32_000)).isEqualTo(0.1);
        assertThat(schedule.learningRateAt(20_000, 32_000)).isCloseTo(0.01, within(1e-12));
        assertThat(schedule.learningRateAt(27_999, 32_000)).isCloseTo(0.01, within(1e-12));
        assertThat(schedule.learningRateAt(28_000, 32_000)).isCloseTo(0.001, within(1e-12));
        assertThat(new Schedule(Kind.STEP, 0.1, 0.05, 0).learningRateAt(30_000, 32_000))
                .isEqualTo(0.05);
    }

    @Test
    void constantStaysAfterTheWarmUp() {
        Schedule schedule = new Schedule(Kind.CONSTANT, 0.3, 0, 2);

        assertThat(schedule.learningRateAt(0, 10)).isCloseTo(0.15, within(1e-12));
        assertThat(schedule.learningRateAt(9, 10)).isEqualTo(0.3);
    }

    @Test
    void aRunShorterThanItsWarmUpNeverReachesTheFullRate() {
        Schedule schedule = new Schedule(Kind.COSINE, 1, 0, 100);

        assertThat(schedule.learningRateAt(9, 10)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void stepsBeforeTheFirstAreRefused() {
        Schedule schedule = new Schedule(Kind.CONSTANT, 1, 0, 0);
        assertThatThrownBy(() -> schedule.learningRateAt(-1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> schedule.learningRateAt(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
