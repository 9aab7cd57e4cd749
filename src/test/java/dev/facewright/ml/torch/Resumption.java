package dev.facewright.ml.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.head.Contrastive;

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
            int alive = whole.nativeObjects();
            middle = whole.state();
            step(whole, 2);
            end = whole.state();
            assertThat(whole.nativeObjects()).isEqualTo(alive);
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
