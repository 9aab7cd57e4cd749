package dev.facewright.bench;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import java.nio.FloatBuffer;

/// A compiled program: one native call a step.
record ProgramContender(TrainingProgram program) implements StepContender {
    private static final OptimiserSettings SETTINGS = new OptimiserSettings(MOMENTUM, WEIGHT_DECAY, 0);

    static StepContender ours(FaceModel model, ArcFace head) {
        return new ProgramContender(
                TrainingProgram.open(model.network(), head, SETTINGS, TrainingState.fresh(model, head, SETTINGS, 1)));
    }

    /// The operations that PyTorch eager would run, in channels-last, with its gradient and its allocator. Stands
    /// in for PyTorch itself, without the time of its Python.
    static StepContender withAutograd(FaceModel model, ArcFace head) {
        return new ProgramContender(TrainingProgram.openWithAutograd(
                model.network(), head, SETTINGS, TrainingState.fresh(model, head, SETTINGS, 1)));
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
