package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.torch.TrainingDevices;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumericsTest {
    private final Numerics before = new Numerics(Map.of("device", "cpu", "pytorch", "2.7.1", "threads", "2"));

    @Test
    void whatIsNotTheSameIsNamedWithBothValues() {
        Numerics now = new Numerics(Map.of("device", "cpu", "threads", "4", "driver", "570"));

        assertThat(before.changesTo(now))
                .extracting(Numerics.Change::toString)
                .containsExactly("driver - → 570", "pytorch 2.7.1 → -", "threads 2 → 4");
    }

    @Test
    void nothingChangesWhereAllIsTheSame() {
        assertThat(before.changesTo(before)).isEmpty();
        assertThat(Numerics.here(TrainingDevices.CPU).changesTo(Numerics.here(TrainingDevices.CPU)))
                .isEmpty();
        assertThat(Numerics.here(TrainingDevices.CPU).facts()).containsKeys("device", "pytorch", "threads");
    }
}
