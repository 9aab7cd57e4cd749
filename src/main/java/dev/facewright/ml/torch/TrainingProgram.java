package dev.facewright.ml.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.Head;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A network, its head and its optimiser, compiled and loaded: one native call a step. For one thread at a time;
/// whoever opens it closes it, and with it all its native memory.
public final class TrainingProgram implements AutoCloseable {
    private final PtNDManager manager;
    private final NativeProgram program;
    private final TrainingScript script;
    private final Network network;
    private final int identities;
    private final List<NDArray> parameters;
    private final List<NDArray> velocities;
    private final List<NDArray> statistics;

    private TrainingProgram(
            PtNDManager manager, Network network, Head head, OptimiserSettings settings, TrainingState state) {
        this.manager = manager;
        this.network = network;
        identities = head.identities();
        script = TrainingScript.of(network, head, settings);
        program = NativeProgram.load(manager, script.source());
        SequencedMap<String, Tensor> tensors = state.tensors();
        Weights all = new Weights(tensors);
        parameters = NativeTensors.upload(manager, "parameters", script.parameters(), all::get);
        velocities = NativeTensors.upload(manager, "velocities", script.parameters(), state.velocities()::get);
        statistics = NativeTensors.upload(manager, "statistics", script.statistics(), all::get);
    }

    /// @param state  `TrainingState.fresh` or what an earlier program's `state` gave
    /// @throws IllegalArgumentException if the state's tensors do not fit the network and the head
    public static TrainingProgram open(Network network, Head head, OptimiserSettings settings, TrainingState state) {
        StateFit.check(network, head, state);
        PtNDManager manager = TorchEngine.newManager();
        try {
            return new TrainingProgram(manager, network, head, settings, state);
        } catch (RuntimeException failed) {
            manager.close();
            throw failed;
        }
    }

    /// One step of gradient descent.
    ///
    /// @param images  float32 `[batch, channels, side, side]` from position to limit; a direct buffer in native
    ///     order is not copied
    /// @param labels  one an image, in [0, identities)
    /// @throws IllegalArgumentException if images and labels do not match, or a label is out of range
    public StepResult step(FloatBuffer images, long[] labels, double learningRate) {
        for (long label : labels) {
            if (label < 0 || label >= identities) {
                throw new IllegalArgumentException("Label " + label + " is not in [0, " + identities + ")");
            }
        }
        try (PtNDManager step = (PtNDManager) manager.newSubManager()) {
            NDArray input = NativeTensors.images(step, images, labels.length, network.channels(), network.side());
            List<NDArray> arguments = new ArrayList<>();
            arguments.add(input);
            arguments.add(step.create(labels, new Shape(labels.length)));
            arguments.add(step.create((float) learningRate));
            arguments.addAll(parameters);
            arguments.addAll(velocities);
            arguments.addAll(statistics);
            float[] outcome = program.run(arguments).toFloatArray();
            return new StepResult(outcome[0], Math.round(outcome[1]), outcome[2]);
        }
    }

    /// A copy of everything that steps change.
    public TrainingState state() {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        SequencedMap<String, Tensor> momenta = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            tensors.put(script.parameters().get(i), NativeTensors.download(parameters.get(i)));
            momenta.put(script.parameters().get(i), NativeTensors.download(velocities.get(i)));
        }
        for (int i = 0; i < statistics.size(); i++) {
            tensors.put(script.statistics().get(i), NativeTensors.download(statistics.get(i)));
        }
        Weights all = new Weights(tensors);
        SequencedMap<String, Tensor> ordered = new LinkedHashMap<>();
        network.weightNames().forEach(name -> ordered.put(name, all.get(name)));
        return new TrainingState(new Weights(ordered), all.get(TrainingState.CENTRES), new Weights(momenta));
    }

    /// How many native arrays and programs are alive; the same after every step.
    int nativeObjects() {
        return manager.getManagedArrays().size();
    }

    @Override
    public void close() {
        manager.close();
    }
}
