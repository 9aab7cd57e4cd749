package dev.facewright.ml.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.facewright.ml.compress.pass.PassReport;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.onnx.EmbeddingSession;
import dev.facewright.ml.onnx.ReferenceForward;
import dev.facewright.ml.onnx.TinyNetwork;
import org.junit.jupiter.api.Test;

class DeployedTest {
    private static final int IMAGES = 2;

    /// A convolution, a scale of each channel, BatchNorm and PReLU; at the end BatchNorm again.
    private final FaceModel model = new TinyNetwork(4)
            .conv(3, 4, 3, 2, 1, 1, false)
            .conv(4, 4, 1, 1, 0, 4, true)
            .norm(4)
            .prelu(4)
            .conv(4, 6, 4, 1, 0, 1, false)
            .flatten()
            .norm(6)
            .model();
    private final Deployed deployed = Deployed.of(model);

    @Test
    void onlyOperatorsThatAreFastInOnnxRuntimeAreLeft() throws Exception {
        assertThat(ModelProto.parseFrom(deployed.onnx()).getGraph().getNodeList())
                .extracting(NodeProto::getOpType)
                .containsExactly("Conv", "Relu", "Conv", "Relu", "Conv", "Add", "Conv", "Flatten");
    }

    @Test
    void itAnswersAsTheModelWithAnyNumberOfThreads() {
        float[] images = TinyNetwork.images(IMAGES, 3);
        float[][] expected = ReferenceForward.embed(model, images, IMAGES);
        for (int threads = 1; threads <= 2; threads++) {
            try (EmbeddingSession session = deployed.open(threads)) {
                float[][] found = session.embed(images, IMAGES);
                for (int i = 0; i < IMAGES * 6; i++) {
                    assertThat(found[i / 6][i % 6]).isCloseTo(expected[i / 6][i % 6], within(1e-5f));
                }
            }
        }
    }

    @Test
    void everyPassReportsWhatItDid() {
        assertThat(deployed.reports())
                .extracting(PassReport::pass)
                .containsExactly("fold-batch-norm", "fold-constants", "rewrite-prelu");
        assertThat(deployed.reports().get(0).counts()).containsExactly(entry("folded", 2));
        assertThat(deployed.reports().get(1).counts()).containsExactly(entry("folded", 1));
        assertThat(deployed.reports().get(2).counts()).containsExactly(entry("rewritten", 1));
    }

    @Test
    void theSameModelGivesTheSameBytes() {
        assertThat(Deployed.of(model).onnx()).isEqualTo(deployed.onnx());
    }

    @Test
    void whatMakesItTheSameModelStays() {
        assertThat(deployed.model().preprocessing()).isEqualTo(model.preprocessing());
        assertThat(deployed.model().network().name()).isEqualTo("tiny");
        assertThat(deployed.model().network().side()).isEqualTo(TinyNetwork.SIDE);
    }
}
