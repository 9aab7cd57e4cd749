package dev.facewright.bench;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.head.ArcFace;
import java.nio.FloatBuffer;

/// One way to train the same network by one batch: forward, backward, momentum update.
interface StepContender extends AutoCloseable {
    double LEARNING_RATE = 0.01;
    double MOMENTUM = 0.9;
    double WEIGHT_DECAY = 5e-4;

    /// How a contender is set up.
    @FunctionalInterface
    interface Maker {
        StepContender make(FaceModel model, ArcFace head);
    }

    /// @return the loss of the batch
    double step(FloatBuffer images, long[] labels);

    @Override
    void close();
}
