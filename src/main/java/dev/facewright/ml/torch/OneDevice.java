package dev.facewright.ml.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDManager;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.torch.step.TrainingScript;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/// A whole step in one native call.
final class OneDevice implements StepProgram {
    private final PtNDManager manager;
    private final Network network;
    private final NativeProgram program;
    private final SequencedMap<String, NDArray> tensors;

    /// @param manager  of the device
    OneDevice(PtNDManager manager, Network network, TrainingScript script, Weights state) {
        this.manager = manager;
        this.network = network;
        program = NativeProgram.load(manager, script.source());
        tensors = NativeTensors.upload(manager, script.lists(), state);
    }

    @Override
    public float[] step(FloatBuffer images, int count, List<long[]> targets, double learningRate) {
        try (PtNDManager step = (PtNDManager) manager.newSubManager()) {
            List<NDArray> arguments = new ArrayList<>();
            arguments.add(NativeTensors.images(step, images, count, network.channels(), network.side()));
            targets.forEach(target -> arguments.add(step.create(target)));
            arguments.add(step.create((float) learningRate));
            arguments.addAll(tensors.values());
            return NativeTensors.values(program.run(arguments));
        }
    }

    @Override
    public SequencedMap<String, NDArray> tensors() {
        return tensors;
    }

    @Override
    public int nativeObjects() {
        return manager.getManagedArrays().size();
    }

    @Override
    public void close() {}
}
