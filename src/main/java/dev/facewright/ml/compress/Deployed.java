package dev.facewright.ml.compress;

import dev.facewright.ml.compress.pass.FoldBatchNorm;
import dev.facewright.ml.compress.pass.FoldConstants;
import dev.facewright.ml.compress.pass.Pass.Rewritten;
import dev.facewright.ml.compress.pass.PassReport;
import dev.facewright.ml.compress.pass.Pipeline;
import dev.facewright.ml.compress.pass.RewritePRelu;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.onnx.EmbeddingSession;
import dev.facewright.ml.onnx.OnnxWriter;
import java.util.List;

/// A model as it is run outside training: rewritten for speed by passes that cost no accuracy, and written as ONNX.
/// Made
/// once; what is measured, evaluated and handed out is then the same bytes.
public final class Deployed {
    /// The scale that BatchNorm leaves behind in a convolution of one value a channel is a constant of the next pass.
    private static final Pipeline PASSES = Pipeline.of(new FoldBatchNorm(), new FoldConstants(), new RewritePRelu());

    private final Rewritten rewritten;
    private final byte[] onnx;

    private Deployed(Rewritten rewritten) {
        this.rewritten = rewritten;
        this.onnx = OnnxWriter.write(rewritten.model());
    }

    /// @throws IllegalArgumentException if the model cannot be written, as `OnnxWriter` says
    public static Deployed of(FaceModel model) {
        return new Deployed(PASSES.apply(model));
    }

    /// The rewritten network; name, input, preprocessing and embedding are those of the model it was made of.
    public FaceModel model() {
        return rewritten.model();
    }

    /// The content of an `.onnx` file; not copied.
    public byte[] onnx() {
        return onnx;
    }

    /// What the passes did, in their order.
    public List<PassReport> reports() {
        return rewritten.reports();
    }

    /// Runs it in ONNX Runtime; whoever opens a session closes it.
    ///
    /// @param threads  threads that work on one operator, at least 1
    public EmbeddingSession open(int threads) {
        return EmbeddingSession.open(onnx, threads);
    }
}
