package dev.facewright.ml.compress.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.compress.pass.Pass.Rewritten;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.onnx.TinyNetwork;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private final FaceModel model = new TinyNetwork(1)
            .conv(3, 4, 3, 2, 1, 1, false)
            .norm(4)
            .prelu(4)
            .flatten()
            .model();

    @Test
    void eachPassGetsWhatTheOneBeforeItMadeAndReportsInTurn() {
        Rewritten rewritten =
                Pipeline.of(new FoldBatchNorm(), new RewritePRelu()).apply(model);

        assertThat(rewritten.reports())
                .extracting(PassReport::pass)
                .containsExactly("fold-batch-norm", "rewrite-prelu");
        assertThat(rewritten.reports().get(1).before())
                .isEqualTo(rewritten.reports().get(0).after())
                .isNotEqualTo(rewritten.reports().get(0).before());
        assertThat(rewritten.model().network().ops())
                .noneMatch(Op.BatchNorm.class::isInstance)
                .noneMatch(Op.PRelu.class::isInstance);
    }

    @Test
    void withoutPassesTheModelIsAsItWas() {
        assertThat(Pipeline.of().apply(model)).satisfies(rewritten -> {
            assertThat(rewritten.model()).isSameAs(model);
            assertThat(rewritten.reports()).isEmpty();
        });
    }
}
