package dev.facewright.ml.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDManager;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.torch.step.ReplicaScripts;
import java.util.ArrayList;
import java.util.List;

/// One device's copy of all that a gradient is made of.
final class Replica {
    private final PtNDManager manager;
    private final Network network;
    private final NativeProgram program;
    private final List<List<NDArray>> followed;
    private final List<NDArray> moved;

    /// @param manager  of the device
    /// @param followed  its own copies of the scripts' `followed`, or the state itself
    /// @param moved  its own, whatever they hold
    Replica(
            PtNDManager manager,
            Network network,
            ReplicaScripts scripts,
            List<List<NDArray>> followed,
            List<NDArray> moved) {
        this.manager = manager;
        this.network = network;
        this.program = NativeProgram.load(manager, scripts.part());
        this.followed = followed;
        this.moved = moved;
    }

    PtNDManager newStep() {
        return (PtNDManager) manager.newSubManager();
    }

    /// @param step  takes what is made
    /// @param total  images of the whole batch
    /// @return what the scripts' `part` gives
    List<NDArray> gradient(PtNDManager step, Share share, int total) {
        List<NDArray> arguments = new ArrayList<>();
        arguments.add(NativeTensors.images(step, share.images(), share.count(), network.channels(), network.side()));
        arguments.add(step.create(share.labels()));
        arguments.add(step.create((float) total));
        followed.forEach(arguments::addAll);
        arguments.addAll(moved);
        return program.runList(arguments);
    }

    List<List<NDArray>> followed() {
        return followed;
    }

    List<NDArray> moved() {
        return moved;
    }

    int nativeObjects() {
        return manager.getManagedArrays().size();
    }
}
