package dev.facewright.ml.compress.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.compress.pass.Pass.Rewritten;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.onnx.EmbeddingSession;
import dev.facewright.ml.onnx.OnnxWriter;
import dev.facewright.ml.onnx.ReferenceForward;
import dev.facewright.ml.onnx.TinyNetwork;
import java.util.LinkedHashMap;
import java.util.Map;

/// What every pass that costs no accuracy promises, checked on one model of `TinyNetwork`.
final class PassContract {
    private static final int IMAGES = 2;

    private PassContract() {}

    /// @return what the pass made of the model
    static Rewritten holds(Pass pass, FaceModel model) {
        FaceModel before = copy(model);
        Rewritten rewritten = pass.apply(model);
        assertThat(model).as("the model given").isEqualTo(before);
        assertThat(pass.apply(model)).as("the same again").isEqualTo(rewritten);
        assertThat(pass.apply(rewritten.model()).model())
                .as("what it made, met again")
                .isEqualTo(rewritten.model());
        assertThat(rewritten.model().weights().tensors().sequencedKeySet())
                .as("weights that are read, and no others")
                .containsExactlyElementsOf(rewritten.model().network().weightNames());
        sameEmbeddings(model, rewritten.model());
        return rewritten;
    }

    static void sameEmbeddings(FaceModel model, FaceModel changed) {
        float[] images = TinyNetwork.images(IMAGES, 4);
        float[][] expected = ReferenceForward.embed(model, images, IMAGES);
        assertSame(ReferenceForward.embed(changed, images, IMAGES), expected);
        try (EmbeddingSession session = EmbeddingSession.open(OnnxWriter.write(changed), 1)) {
            assertSame(session.embed(images, IMAGES), expected);
        }
    }

    private static void assertSame(float[][] found, float[][] expected) {
        for (int image = 0; image < IMAGES; image++) {
            for (int i = 0; i < expected[image].length; i++) {
                float scale = Math.max(1, Math.abs(expected[image][i]));
                assertThat(found[image][i]).isCloseTo(expected[image][i], within(1e-4f * scale));
            }
        }
    }

    private static FaceModel copy(FaceModel model) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        model.weights()
                .tensors()
                .forEach((name, tensor) -> tensors.put(
                        name, new Tensor(tensor.shape().clone(), tensor.floats().clone())));
        return new FaceModel(model.network(), Weights.of(tensors), model.preprocessing());
    }
}
