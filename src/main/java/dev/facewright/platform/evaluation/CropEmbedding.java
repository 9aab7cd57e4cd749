package dev.facewright.platform.evaluation;

import dev.facewright.ml.compress.Deployed;
import dev.facewright.ml.data.Preprocess;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.onnx.EmbeddingSession;
import java.util.Arrays;

/// Embeds aligned crops with a model as it would be deployed.
public final class CropEmbedding implements AutoCloseable {
    private final EmbeddingSession session;
    private final Preprocessing preprocessing;
    private final boolean flipSum;
    private final int batchSize;
    private final float[] tensors;

    private CropEmbedding(EmbeddingSession session, Preprocessing preprocessing, boolean flipSum, int batchSize) {
        this.session = session;
        this.preprocessing = preprocessing;
        this.flipSum = flipSum;
        this.batchSize = batchSize;
        this.tensors = new float[batchSize * Preprocess.TENSOR_VALUES];
    }

    static CropEmbedding open(FaceModel model, EvaluationSettings settings, boolean flipSum) {
        EmbeddingSession session = Deployed.of(model).open(settings.threads());
        return new CropEmbedding(session, model.preprocessing(), flipSum, settings.batchSize());
    }

    /// @param crops  uint8 `[count, 112, 112, 3]`
    /// @param embeddings  receives `float32 [dimensions]` each from `offset` on; with flip-sum, the sum of both
    /// embeddings
    /// @param gate  asked before each batch; throws once the model or the crops may not be used any more
    void embed(byte[] crops, int count, float[][] embeddings, int offset, Runnable gate) {
        for (int start = 0; start < count; start += batchSize) {
            gate.run();
            int size = Math.min(batchSize, count - start);
            float[][] batch = embed(crops, start, size, false);
            if (flipSum) {
                add(batch, embed(crops, start, size, true));
            }
            System.arraycopy(batch, 0, embeddings, offset + start, size);
        }
    }

    private float[][] embed(byte[] crops, int start, int size, boolean mirrored) {
        for (int i = 0; i < size; i++) {
            int from = (start + i) * FaceAligner.CROP_BYTES;
            byte[] crop = Arrays.copyOfRange(crops, from, from + FaceAligner.CROP_BYTES);
            Preprocess.toTensor(mirrored ? mirrored(crop) : crop, preprocessing, tensors, i * Preprocess.TENSOR_VALUES);
        }
        return session.embed(tensors, size);
    }

    public static byte[] mirrored(byte[] crop) {
        byte[] mirrored = new byte[crop.length];
        int side = FaceAligner.SIDE;
        for (int pixel = 0; pixel < side * side; pixel++) {
            int opposite = pixel - pixel % side + (side - 1 - pixel % side);
            System.arraycopy(crop, 3 * pixel, mirrored, 3 * opposite, 3);
        }
        return mirrored;
    }

    private static void add(float[][] to, float[][] others) {
        for (int i = 0; i < to.length; i++) {
            for (int j = 0; j < to[i].length; j++) {
                to[i][j] += others[i][j];
            }
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
