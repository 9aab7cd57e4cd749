package dev.facewright.ml.torch;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SequencedMap;

/// Takes training steps, on however many devices. What is native in it closes with the manager that it was made in.
interface StepProgram extends AutoCloseable {
    /// @param images  as `TrainingProgram.step` takes them
    /// @param count  of the images
    /// @param targets  as the objective gives them for the step
    /// @return what `StepResult.of` reads
    /// @throws IllegalArgumentException if the images are not as many
    float[] step(FloatBuffer images, int count, List<long[]> targets, double learningRate);

    /// Everything that steps change, by name.
    SequencedMap<String, NDArray> tensors();

    /// How many native arrays and programs are alive between two steps.
    int nativeObjects();

    /// Ends what is not native.
    @Override
    void close();
}
