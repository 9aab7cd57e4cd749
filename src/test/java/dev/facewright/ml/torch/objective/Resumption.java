package dev.facewright.ml.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.head.Contrastive;
import dev.facewright.ml.torch.NativeObjects;
import dev.facewright.ml.torch.TinyNetworks;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import dev.facewright.ml.torch.settings.OptimiserSettings;

/// Steps with a break in them, and without.
final class Resumption {
    private static final OptimiserSettings SETTINGS = new OptimiserSettings(0.9, 5e-4, 5);

    private Resumption() {}

    static void isExact(FaceModel model, Contrastive objective) {
        TrainingState start = TrainingState.fresh(model, objective, SETTINGS, 3);
        TrainingState middle;
        TrainingState end;
        try (TrainingProgram whole = TrainingProgram.open(model.network(), objective, SETTINGS, start)) {
            step(whole, 1);
            middle = whole.state();
            NativeObjects.staySameOver(whole, () -> step(whole, 2));
            end = whole.state();
        }
        try (TrainingProgram resumed = TrainingProgram.open(model.network(), objective, SETTINGS, middle)) {
            step(resumed, 2);
            assertThat(resumed.state()).isEqualTo(end);
        }
        assertThat(end).isNotEqualTo(middle);
    }

    private static void step(TrainingProgram program, long seed) {
        program.step(TinyNetworks.buffer(TinyNetworks.images(6, seed)), new long[3], 0.05);
    }
}
