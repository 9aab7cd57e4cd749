package dev.facewright.bench;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.torch.OptimiserSettings;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import java.nio.FloatBuffer;

/// The compiled program: one native call a step.
record ProgramContender(TrainingProgram program) implements StepContender {
    static StepContender make(FaceModel model, ArcFace head) {
        OptimiserSettings settings = new OptimiserSettings(MOMENTUM, WEIGHT_DECAY, 0);
        TrainingState fresh = TrainingState.fresh(model, head, settings, 1);
        return new ProgramContender(TrainingProgram.open(model.network(), head, settings, fresh));
    }

    @Override
    public double step(FloatBuffer images, long[] labels) {
        return program.step(images, labels, LEARNING_RATE).loss();
    }

    @Override
    public void close() {
        program.close();
    }
}
