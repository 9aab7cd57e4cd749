package dev.facewright.ml.torch;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDManager;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.Objective;
import dev.facewright.ml.process.NativeMemory;
import dev.facewright.ml.torch.objective.ObjectiveScript;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import dev.facewright.ml.torch.settings.TrainingSettings;
import dev.facewright.ml.torch.step.ReplicaScripts;
import dev.facewright.ml.torch.step.StepPlan;
import dev.facewright.ml.torch.step.TrainingScript;
import dev.facewright.ml.torch.step.TrainingScript.Differentiation;
import dev.facewright.ml.torch.text.Arithmetic;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A network, its objective and its optimiser, compiled and loaded: on one device, one native call a step. For one
/// thread at a time; whoever opens it closes it, and with it all its native memory.
public final class TrainingProgram implements AutoCloseable {
    private final PtNDManager manager;
    private final StepProgram steps;
    private final int views;
    private final ObjectiveScript goal;
    private final TrainingState start;

    private TrainingProgram(
            PtNDManager manager, StepProgram steps, Network network, Objective objective, TrainingState state) {
        this.manager = manager;
        this.steps = steps;
        views = objective.views();
        goal = ObjectiveScript.of(objective, network);
        start = state;
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
        return open(network, objective, settings, state, TrainingDevices.CPU);
    }

    /// The same, on other devices than the processor. Several devices take a step as one device takes it in as
    /// many parts, each part on its own: see `Replicas`.
    ///
    /// @throws IllegalArgumentException as above, or if the objective cannot be worked on by several devices
    public static TrainingProgram open(
            Network network,
            Objective objective,
            TrainingSettings settings,
            TrainingState state,
            TrainingDevices devices) {
        if (devices.first().kind() == TorchDevice.Kind.CPU) {
            NativeMemory.keepFreed();
        }
        return open(network, objective, settings, state, devices, Differentiation.COMPILED);
    }

    /// The same steps with PyTorch's own gradient and the C library's own ways with memory: the yardstick for
    /// `open`, in time, in memory and in what it computes.
    public static TrainingProgram openWithAutograd(
            Network network, Objective objective, OptimiserSettings settings, TrainingState state) {
        return open(
                network,
                objective,
                TrainingSettings.of(settings),
                state,
                TrainingDevices.CPU,
                Differentiation.AUTOGRAD);
    }

    private static TrainingProgram open(
            Network network,
            Objective objective,
            TrainingSettings settings,
            TrainingState state,
            TrainingDevices devices,
            Differentiation by) {
        StateFit.check(network, objective, settings, state);
        PtNDManager manager = TorchEngine.newManager(devices.first());
        try {
            Arithmetic arithmetic = Arithmetic.of(
                    settings.precision().type(), devices.first().kind().multipliesShort());
            StepPlan plan = new StepPlan(network, objective, settings, by, arithmetic);
            StepProgram steps = steps(manager, plan, state.tensors(), devices);
            return new TrainingProgram(manager, steps, network, objective, state);
        } catch (RuntimeException failed) {
            manager.close();
            throw failed;
        }
    }

    private static StepProgram steps(PtNDManager manager, StepPlan plan, Weights state, TrainingDevices devices) {
        return devices.all().size() == 1
                ? new OneDevice(manager, plan.backbone(), TrainingScript.of(plan), state)
                : new Replicas(manager, plan.backbone(), ReplicaScripts.of(plan), state, devices);
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
        try {
            return StepResult.of(steps.step(images, labels.length * views, targets, learningRate));
        } catch (EngineException failed) {
            throw NativeMemoryExhausted.unlessOther(failed);
        }
    }

    /// A copy of everything that steps change.
    public TrainingState state() {
        SequencedMap<String, Tensor> copies = new LinkedHashMap<>();
        steps.tensors().forEach((name, array) -> copies.put(name, NativeTensors.download(array)));
        return start.with(new Weights(copies));
    }

    /// How many native arrays and programs are alive; the same after every step.
    int nativeObjects() {
        return steps.nativeObjects();
    }

    @Override
    public void close() {
        steps.close();
        manager.close();
        NativeMemory.giveBack();
    }
}
