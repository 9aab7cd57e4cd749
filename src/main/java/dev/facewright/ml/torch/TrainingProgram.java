package dev.facewright.ml.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDManager;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.Objective;
import dev.facewright.ml.process.NativeMemory;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A network, its objective and its optimiser, compiled and loaded: one native call a step. For one thread at a
/// time; whoever opens it closes it, and with it all its native memory.
public final class TrainingProgram implements AutoCloseable {
    private final PtNDManager manager;
    private final NativeProgram program;
    private final Network network;
    private final int views;
    private final ObjectiveScript goal;
    private final TrainingState start;
    private final SequencedMap<String, NDArray> tensors = new LinkedHashMap<>();

    private TrainingProgram(
            PtNDManager manager, Network network, Objective objective, TrainingScript script, TrainingState state) {
        this.manager = manager;
        this.network = network;
        views = objective.views();
        goal = ObjectiveScript.of(objective, network);
        program = NativeProgram.load(manager, script.source());
        start = state;
        Weights all = state.tensors();
        for (StateList list : script.lists()) {
            List<NDArray> uploaded = NativeTensors.upload(manager, list.argument(), list.tensors(), all::get);
            for (int i = 0; i < uploaded.size(); i++) {
                tensors.put(list.tensors().get(i), uploaded.get(i));
            }
        }
    }

    /// @param state  `TrainingState.fresh` or what an earlier program's `state` gave
    /// @throws IllegalArgumentException if the state's tensors do not fit the network and the objective
    public static TrainingProgram open(
            Network network, Objective objective, OptimiserSettings settings, TrainingState state) {
        return open(network, objective, TrainingSettings.of(settings), state);
    }

    /// The same, for settings with a precision of their own.
    public static TrainingProgram open(
            Network network, Objective objective, TrainingSettings settings, TrainingState state) {
        NativeMemory.keepFreed();
        return open(network, objective, settings, state, Differentiation.COMPILED);
    }

    /// The same steps with PyTorch's own gradient and the C library's own ways with memory: the yardstick for
    /// `open`, in time, in memory and in what it computes.
    public static TrainingProgram openWithAutograd(
            Network network, Objective objective, OptimiserSettings settings, TrainingState state) {
        return open(network, objective, TrainingSettings.of(settings), state, Differentiation.AUTOGRAD);
    }

    private static TrainingProgram open(
            Network network, Objective objective, TrainingSettings settings, TrainingState state, Differentiation by) {
        StateFit.check(network, objective, settings, state);
        TrainingScript script = TrainingScript.of(network, objective, settings, by);
        PtNDManager manager = TorchEngine.newManager();
        try {
            return new TrainingProgram(manager, network, objective, script, state);
        } catch (RuntimeException failed) {
            manager.close();
            throw failed;
        }
    }

    /// One step of gradient descent, of an objective that does the same in every step.
    ///
    /// @throws IllegalArgumentException as below
    /// @throws IllegalStateException if the head works with a sample of its centres, which is drawn by the step
    public StepResult step(FloatBuffer images, long[] labels, double learningRate) {
        if (goal.drawsByStep()) {
            throw new IllegalStateException("A head with sampled centres must be told which step it is");
        }
        return step(images, labels, learningRate, 0);
    }

    /// One step of gradient descent: one update, of however many parts its gradient is made.
    ///
    /// @param images  float32 `[views * batch, channels, side, side]` from position to limit, all first views
    ///     before all second ones; a direct buffer in native order is not copied
    /// @param labels  one an image, in [0, identities) of a head; a contrastive objective only counts them
    /// @param globalStep  over the whole run, by which sampled centres are drawn
    /// @throws IllegalArgumentException if images and labels do not match, or a label is out of range
    /// @throws NativeMemoryExhausted if the step does not fit into memory; then the state is of no use any more
    public StepResult step(FloatBuffer images, long[] labels, double learningRate, long globalStep) {
        List<long[]> targets = goal.targets(labels, globalStep);
        try (PtNDManager step = (PtNDManager) manager.newSubManager()) {
            NDArray input =
                    NativeTensors.images(step, images, labels.length * views, network.channels(), network.side());
            List<NDArray> arguments = new ArrayList<>();
            arguments.add(input);
            targets.forEach(target -> arguments.add(step.create(target)));
            arguments.add(step.create((float) learningRate));
            arguments.addAll(tensors.values());
            float[] outcome = program.run(arguments).toFloatArray();
            return StepResult.of(outcome);
        } catch (EngineException failed) {
            throw NativeMemoryExhausted.unlessOther(failed);
        }
    }

    /// A copy of everything that steps change.
    public TrainingState state() {
        SequencedMap<String, Tensor> copies = new LinkedHashMap<>();
        tensors.forEach((name, array) -> copies.put(name, NativeTensors.download(array)));
        return start.with(new Weights(copies));
    }

    /// How many native arrays and programs are alive; the same after every step.
    int nativeObjects() {
        return manager.getManagedArrays().size();
    }

    @Override
    public void close() {
        manager.close();
        NativeMemory.giveBack();
    }
}
