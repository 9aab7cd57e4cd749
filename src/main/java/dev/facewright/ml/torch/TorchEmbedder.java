package dev.facewright.ml.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDManager;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.torch.text.NetworkScript;
import dev.facewright.ml.torch.text.Script;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A model as the trainer sees it after training: BatchNorm by its running statistics. The reference for every
/// export. For one thread at a time; whoever opens it closes it, and with it all its native memory.
public final class TorchEmbedder implements AutoCloseable {
    private static final String WEIGHTS = "weights";

    private final PtNDManager manager;
    private final NativeProgram program;
    private final Network network;
    private final int dimensions;
    private final List<NDArray> weights;

    private TorchEmbedder(PtNDManager manager, FaceModel model, int dimensions) {
        this.manager = manager;
        this.network = model.network();
        this.dimensions = dimensions;
        List<String> names = network.weightNames();
        Script script = new Script();
        script.line("torch.set_grad_enabled(False)");
        String output = new NetworkScript(
                        script, name -> WEIGHTS + "[" + names.indexOf(name) + "]", NetworkScript.Norms.RUNNING)
                .write(network, "images");
        List<String> arguments = new ArrayList<>(List.of("images: Tensor"));
        if (!names.isEmpty()) {
            arguments.add(WEIGHTS + ": List[Tensor]");
        }
        program = NativeProgram.load(manager, script.forward(arguments, "torch.contiguous(" + output + ")"));
        weights = NativeTensors.upload(manager, WEIGHTS, names, model.weights()::get);
    }

    /// On the processor.
    ///
    /// @throws IllegalArgumentException if the weights do not fit the network, or its output is not a vector
    public static TorchEmbedder open(FaceModel model) {
        return open(model, TorchDevice.CPU);
    }

    /// @throws IllegalArgumentException as above
    public static TorchEmbedder open(FaceModel model, TorchDevice device) {
        int dimensions = Shapes.embeddingDimensions(model);
        PtNDManager manager = TorchEngine.newManager(device);
        try {
            return new TorchEmbedder(manager, model, dimensions);
        } catch (RuntimeException failed) {
            manager.close();
            throw failed;
        }
    }

    /// Values of one embedding.
    public int dimensions() {
        return dimensions;
    }

    /// @param nchw  float32 `[count, channels, side, side]`, preprocessed as the model says
    /// @return float32 `[count][dimensions]`, not normalised
    public float[][] embed(float[] nchw, int count) {
        return embed(FloatBuffer.wrap(nchw), count);
    }

    /// @param nchw  float32 `[count, channels, side, side]` from position to limit; a direct buffer in native
    ///     order is not copied
    /// @return float32 `[count][dimensions]`, not normalised
    public float[][] embed(FloatBuffer nchw, int count) {
        try (PtNDManager call = (PtNDManager) manager.newSubManager()) {
            List<NDArray> arguments = new ArrayList<>();
            arguments.add(NativeTensors.images(call, nchw, count, network.channels(), network.side()));
            arguments.addAll(weights);
            float[] values = NativeTensors.values(program.run(arguments));
            float[][] embeddings = new float[count][];
            for (int i = 0; i < count; i++) {
                embeddings[i] = Arrays.copyOfRange(values, i * dimensions, (i + 1) * dimensions);
            }
            return embeddings;
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
