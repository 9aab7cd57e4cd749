package dev.facewright.platform.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.ml.verify.Pair;
import dev.facewright.platform.benchmarks.BenchmarkProblem.PairsRefused;
import dev.facewright.platform.evaluation.CropEmbedding;
import dev.facewright.platform.evaluation.EvaluationOptions;
import dev.facewright.platform.evaluation.EvaluationProblem.FalseAcceptRatesRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CropStorageTest {
    @Test
    void cropsGoIntoBlocksAndTheLastOneIsShort() {
        List<byte[]> blocks = new ArrayList<>();
        CropBlocks writer = new CropBlocks((block, crops) -> {
            assertThat(block).isEqualTo(blocks.size());
            blocks.add(crops.clone());
        });
        for (int i = 0; i < 130; i++) {
            byte[] crop = new byte[FaceAligner.CROP_BYTES];
            crop[0] = (byte) i;
            writer.add(crop);
        }
        writer.finish();

        assertThat(blocks).hasSize(CropBlocks.blocksFor(130)).hasSize(3);
        assertThat(blocks.getLast()).hasSize(CropBlocks.cropsIn(2, 130) * FaceAligner.CROP_BYTES);
        assertThat(blocks.get(1)[0]).isEqualTo((byte) 64);
        assertThat(blocks.get(2)[FaceAligner.CROP_BYTES]).isEqualTo((byte) 129);
    }

    @Test
    void theIndexComesBackWithPositionsInPlaceOfNames() {
        List<Pair> named =
                List.of(new Pair("x/x_0001", "y/y_0002", false, 2), new Pair("y/y_0002", "z/z_0001", true, 1));

        BenchmarkIndex index = BenchmarkIndex.of(named, Map.of("x/x_0001", 2, "y/y_0002", 0, "z/z_0001", 1));

        assertThat(BenchmarkIndex.fromBytes(index.toBytes())).isEqualTo(index);
        assertThat(index.pairs()).containsExactly(new Pair("2", "0", false, 2), new Pair("0", "1", true, 1));
    }

    @Test
    void mirroringTwiceGivesTheCropBack() {
        byte[] crop = TinyBenchmark.crop(1, 1).pixels();

        byte[] mirrored = CropEmbedding.mirrored(crop);

        assertThat(mirrored).isNotEqualTo(crop).startsWith(crop[333], crop[334], crop[335]);
        assertThat(CropEmbedding.mirrored(mirrored)).isEqualTo(crop);
    }

    @Test
    void aFaceThatIsNotFoundIsTakenToBeInTheMiddle() {
        float[] wide = CentralFace.of(RgbImage.black(500, 250)).xy();
        float[] square = CentralFace.of(RgbImage.black(125, 125)).xy();

        assertThat(wide[4]).isCloseTo(125 + 125.6f, within(1e-3f));
        assertThat(square[4]).isCloseTo(62.8f, within(1e-3f));
        assertThat(wide[2] - wide[0]).isCloseTo(2 * (square[2] - square[0]), within(1e-3f));
    }

    @Test
    void ratesMustBeSharesAndFew() {
        assertThatThrownBy(() -> new EvaluationOptions(true, List.of())).isInstanceOf(FalseAcceptRatesRefused.class);
        assertThatThrownBy(() -> new EvaluationOptions(true, List.of(0.1, 1.0)))
                .isInstanceOf(FalseAcceptRatesRefused.class);
        assertThatThrownBy(() -> new EvaluationOptions(true, List.of(Double.NaN)))
                .isInstanceOf(FalseAcceptRatesRefused.class);
        assertThat(new EvaluationOptions(true, List.of(0.1, 0.1)).falseAcceptRates())
                .containsExactly(0.1);
    }

    @Test
    void aPairsFileWithOneFoldIsRefusedSinceNoThresholdCanBeChosen() {
        assertThatThrownBy(() -> PairList.parse("1\np0\t1\t2\np0\t1\tp1\t1\n")).isInstanceOf(PairsRefused.class);
    }
}
