package dev.facewright.ml.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import dev.facewright.ml.onnx.UnsupportedOnnx.Rule;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/// An ONNX model loaded in ONNX Runtime, on CPU. Holds native memory: whoever opens it closes it.
///
/// Give it what `OnnxWriter` wrote. A file from outside goes through `OnnxReader` first, since the runtime would
/// follow references to files beside the model. May be used from several threads at once.
public final class EmbeddingSession implements AutoCloseable {
    // more at once falls out of the cache: measured with MobileFaceNet, 32 take twice as long an image as 8
    private static final int MAXIMUM_BATCH = 8;
    private static final String INPUT_HELP = "expected one float32 input [N, channels, height, width]";

    private final OrtSession session;
    private final String input;
    private final long[] inputShape;
    private final int dimensions;

    private EmbeddingSession(OrtSession session) throws OrtException {
        this.session = session;
        Map.Entry<String, NodeInfo> only = onlyEntry(session.getInputInfo(), INPUT_HELP);
        this.input = only.getKey();
        this.inputShape = tensor(only.getValue(), INPUT_HELP).getShape();
        if (inputShape.length != 4 || Arrays.stream(inputShape, 1, 4).anyMatch(size -> size < 1)) {
            throw new UnsupportedOnnx(
                    Rule.NOT_RUNNABLE, "Input " + input + " is " + Arrays.toString(inputShape) + "; " + INPUT_HELP);
        }
        this.dimensions = dimensionsOf(session);
    }

    /// @param onnx  a model with one image input and one embedding output
    /// @param threads  threads that work on one operator, at least 1; they sleep, not spin, between operators
    /// @throws UnsupportedOnnx if ONNX Runtime cannot load it, or it is not from an image to an embedding
    public static EmbeddingSession open(byte[] onnx, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread, was " + threads);
        }
        OrtEnvironment environment = OnnxRuntime.environment();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // beyond the extended level this lays channels out for the vector units, which halves the time on CPU
            options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
            return wrap(environment.createSession(onnx, options));
        } catch (OrtException e) {
            throw new UnsupportedOnnx(Rule.NOT_RUNNABLE, "ONNX Runtime cannot load the model: " + e.getMessage(), e);
        }
    }

    private static EmbeddingSession wrap(OrtSession session) throws OrtException {
        try {
            return new EmbeddingSession(session);
        } catch (OrtException | UnsupportedOnnx e) {
            session.close();
            throw e;
        }
    }

    /// Length of an embedding.
    public int dimensions() {
        return dimensions;
    }

    /// @param nchw  `float32 [count, channels, height, width]`, preprocessed; longer arrays are read from their
    ///     start
    /// @param count  how many images, 0 or more
    /// @return `float32 [count, dimensions]`, not normalised
    /// @throws IllegalArgumentException if the array is shorter than `count` images
    public float[][] embed(float[] nchw, int count) {
        int imageSize = Math.toIntExact(inputShape[1] * inputShape[2] * inputShape[3]);
        if (count < 0 || nchw.length < (long) count * imageSize) {
            throw new IllegalArgumentException(
                    count + " images need " + (long) count * imageSize + " values; there are " + nchw.length);
        }
        int batch = inputShape[0] > 0 ? 1 : MAXIMUM_BATCH;
        float[][] embeddings = new float[count][];
        for (int start = 0; start < count; start += batch) {
            int size = Math.min(batch, count - start);
            run(FloatBuffer.wrap(nchw, start * imageSize, size * imageSize), size, embeddings, start);
        }
        return embeddings;
    }

    private void run(FloatBuffer images, int size, float[][] embeddings, int start) {
        long[] shape = {size, inputShape[1], inputShape[2], inputShape[3]};
        try (OnnxTensor tensor = OnnxTensor.createTensor(OnnxRuntime.environment(), images, shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            for (int i = 0; i < size; i++) {
                float[] embedding = new float[dimensions];
                values.get(embedding);
                embeddings[start + i] = embedding;
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on a batch of " + size + ": " + e.getMessage(), e);
        }
    }

    private static int dimensionsOf(OrtSession session) throws OrtException {
        String help = "expected one float32 output [N, dimensions]";
        Map.Entry<String, NodeInfo> only = onlyEntry(session.getOutputInfo(), help);
        long[] shape = tensor(only.getValue(), help).getShape();
        long dimensions =
                shape.length < 2 ? 0 : Arrays.stream(shape, 1, shape.length).reduce(1, (a, b) -> a * b);
        if (dimensions < 1 || dimensions > 65_536) {
            throw new UnsupportedOnnx(
                    Rule.NOT_RUNNABLE, "Output " + only.getKey() + " is " + Arrays.toString(shape) + "; " + help);
        }
        return (int) dimensions;
    }

    private static Map.Entry<String, NodeInfo> onlyEntry(Map<String, NodeInfo> nodes, String help) {
        if (nodes.size() != 1) {
            throw new UnsupportedOnnx(Rule.NOT_RUNNABLE, "The model has " + nodes.keySet() + "; " + help);
        }
        return nodes.entrySet().iterator().next();
    }

    private static TensorInfo tensor(NodeInfo node, String help) {
        if (node.getInfo() instanceof TensorInfo info && info.type == OnnxJavaType.FLOAT) {
            return info;
        }
        throw new UnsupportedOnnx(Rule.NOT_RUNNABLE, node.getName() + " is " + node.getInfo() + "; " + help);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not close the session", e);
        }
    }
}
