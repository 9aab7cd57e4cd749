package dev.facewright.ml.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDManager;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.torch.step.ReplicaScripts;
import dev.facewright.ml.torch.text.NetworkScript;
import dev.facewright.ml.torch.text.StateList;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// A step by several devices at once: each works out the gradient of its part of the batch, the first adds them up
/// and updates the state, and the others follow it.
///
/// It is the step that one device takes with the batch in as many parts: the same gradient, and BatchNorm sees a
/// part at a time. The parts' statistics move the running ones one after the other, in the batch's order, as there;
/// since each part begins from zero instead of from what the last one left, that agrees within a rounding.
final class Replicas implements StepProgram {
    private static final String COPY = "copy_";

    private final PtNDManager manager;
    private final Network network;
    private final ReplicaScripts scripts;
    private final SequencedMap<String, NDArray> tensors;
    private final NativeProgram add;
    private final NativeProgram follow;
    private final NativeProgram copy;
    private final NativeProgram update;
    private final List<Replica> replicas = new ArrayList<>();
    private final ExecutorService threads;

    /// @param manager  of the first device
    Replicas(PtNDManager manager, Network network, ReplicaScripts scripts, Weights state, TrainingDevices devices) {
        this.manager = manager;
        this.network = network;
        this.scripts = scripts;
        tensors = NativeTensors.upload(manager, scripts.lists(), state);
        add = NativeProgram.load(manager, ReplicaScripts.ADD);
        follow = NativeProgram.load(manager, ReplicaScripts.FOLLOW);
        copy = NativeProgram.load(manager, ReplicaScripts.COPY);
        update = NativeProgram.load(manager, scripts.update());
        for (TorchDevice device : devices.all()) {
            replicas.add(replica(device, state));
        }
        threads = Executors.newFixedThreadPool(
                replicas.size(),
                Thread.ofPlatform().daemon().name("replica-", 0).factory());
    }

    private Replica replica(TorchDevice device, Weights state) {
        PtNDManager own = (PtNDManager) manager.newSubManager(device.djl());
        List<List<NDArray>> followed = scripts.followed().stream()
                .map(list -> replicas.isEmpty() ? arrays(list) : copies(own, list, state))
                .toList();
        List<NDArray> moved = scripts.moved().stream()
                .flatMap(list -> copies(own, list, state).stream())
                .toList();
        return new Replica(own, network, scripts, followed, moved);
    }

    private static List<NDArray> copies(PtNDManager own, StateList list, Weights state) {
        return NativeTensors.upload(own, COPY + list.argument(), list.tensors(), state::get);
    }

    private List<NDArray> arrays(StateList list) {
        return list.tensors().stream().map(tensors::get).toList();
    }

    @Override
    public float[] step(FloatBuffer images, int count, List<long[]> targets, double learningRate) {
        int pixels = network.channels() * network.side() * network.side();
        List<Share> shares = Share.of(images, targets.getFirst(), pixels, replicas.size());
        List<PtNDManager> steps = replicas.stream().map(Replica::newStep).toList();
        try (PtNDManager own = (PtNDManager) manager.newSubManager()) {
            List<List<NDArray>> sums = gradients(shares, steps, count);
            moveStatistics(own, shares);
            return update(own, sums, learningRate);
        } finally {
            steps.forEach(PtNDManager::close);
        }
    }

    /// Waits for all of them even if one fails: what they work with is closed after that.
    private List<List<NDArray>> gradients(List<Share> shares, List<PtNDManager> steps, int total) {
        List<CompletableFuture<List<NDArray>>> running = IntStream.range(0, shares.size())
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> replicas.get(i).gradient(steps.get(i), shares.get(i), total), threads))
                .toList();
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
        return running.stream().map(CompletableFuture::join).toList();
    }

    private void moveStatistics(PtNDManager own, List<Share> shares) {
        for (StateList list : scripts.moved()) {
            for (int i = 0; i < shares.size(); i++) {
                int moves = shares.get(i).parts(scripts.accumulationSteps());
                List<NDArray> arguments = new ArrayList<>();
                arguments.add(own.create((float) StrictMath.pow(1 - NetworkScript.STATISTICS_MOMENTUM, moves)));
                arguments.addAll(arrays(list));
                arguments.addAll(replicas.get(i).moved());
                follow.run(arguments);
            }
        }
    }

    private float[] update(PtNDManager own, List<List<NDArray>> parts, double learningRate) {
        List<NDArray> sums = named("sums[]", parts.getFirst());
        for (List<NDArray> part : parts.subList(1, parts.size())) {
            List<NDArray> both = new ArrayList<>(sums);
            both.addAll(named("others[]", part));
            add.run(both);
        }
        NDArray rate = own.create((float) learningRate);
        List<NDArray> arguments = new ArrayList<>(sums);
        arguments.add(rate);
        arguments.addAll(tensors.values());
        float[] outcome = NativeTensors.values(update.run(arguments));
        replicas.subList(1, replicas.size()).forEach(replica -> follow(replica, rate));
        return outcome;
    }

    private void follow(Replica replica, NDArray any) {
        for (int i = 0; i < scripts.followed().size(); i++) {
            List<NDArray> arguments = new ArrayList<>(List.of(any));
            arguments.addAll(replica.followed().get(i));
            arguments.addAll(arrays(scripts.followed().get(i)));
            copy.run(arguments);
        }
    }

    private static List<NDArray> named(String name, List<NDArray> arrays) {
        arrays.forEach(array -> array.setName(name));
        return arrays;
    }

    @Override
    public SequencedMap<String, NDArray> tensors() {
        return tensors;
    }

    @Override
    public int nativeObjects() {
        return manager.getManagedArrays().size()
                + replicas.stream().mapToInt(Replica::nativeObjects).sum();
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
