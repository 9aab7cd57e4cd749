package dev.facewright.ml.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.torch.TrainingState;
import java.util.function.DoubleSupplier;

/// Plain descent moves each weight by its slope, so the slope can be read off and compared with a difference
/// quotient of a loss worked out otherwise.
final class SlopeCheck {
    private static final float STEP = 3e-5f;

    private SlopeCheck() {}

    /// @param loss  of `start`'s tensors, whose values are changed for a moment
    static void everyParameter(TrainingState start, TrainingState after, double rate, DoubleSupplier loss) {
        for (String velocity : start.optimiser().tensors().keySet()) {
            String name = velocity.substring("velocity:".length());
            float[] before = start.tensors().get(name).floats();
            float[] moved = after.tensors().get(name).floats();
            int stride = Math.max(1, before.length / 40);
            for (int i = 0; i < before.length; i += stride) {
                assertThat((before[i] - moved[i]) / rate)
                        .as(name + " " + i)
                        .isCloseTo(quotient(before, i, loss), within(3e-3));
            }
        }
    }

    private static double quotient(float[] values, int place, DoubleSupplier loss) {
        float kept = values[place];
        float above = kept + STEP;
        float below = kept - STEP;
        values[place] = above;
        double up = loss.getAsDouble();
        values[place] = below;
        double down = loss.getAsDouble();
        values[place] = kept;
        return (up - down) / (above - below);
    }
}
