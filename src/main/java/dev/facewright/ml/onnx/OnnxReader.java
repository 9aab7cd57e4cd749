package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Preprocessing;

/// Reads an ONNX face recogniser into a `FaceModel`: untrusted bytes into a network that can be trained and
/// exported.
///
/// Operator sets 7 to 23, float32, one image input `[N, 3, side, side]` (the batch may be fixed at 1) and one
/// embedding output. Nodes may come in any order. What does not lead to the output is left out, weights get
/// readable names, and an output `[N, D, 1, 1]` is flattened.
public final class OnnxReader {
    /// The largest file that is read, and with it the largest that `OnnxWriter` writes: 1 GiB, of which the largest
    /// backbone, vit-base with patches of 8 pixels, takes three quarters.
    public static final int MAXIMUM_BYTES = 1 << 30;

    // reading transposes and spreads out constants, but never to more than about twice what the file holds
    private static final int BYTES_PER_WEIGHT = 2;
    private static final int SPARE_WEIGHTS = 1 << 16;

    private OnnxReader() {}

    /// Needs about as much memory again as the file has bytes: weights are copied once, out of it.
    ///
    /// @param model  the content of an `.onnx` file, at most `MAXIMUM_BYTES`; no external data
    /// @param preprocessing  what the model expects of its input, which the file does not say
    /// @throws UnsupportedOnnx if the bytes are no whole ONNX model, or it uses what is not supported: the
    ///     message says which node or attribute, and what would be
    public static FaceModel read(byte[] model, Preprocessing preprocessing) {
        long maximumWeights = (long) model.length / BYTES_PER_WEIGHT + SPARE_WEIGHTS;
        return new GraphReader(ModelParser.parse(model), maximumWeights).read(preprocessing);
    }
}
