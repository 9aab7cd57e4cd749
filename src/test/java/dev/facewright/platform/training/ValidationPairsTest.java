package dev.facewright.platform.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.backbone.BackboneOptions;
import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.torch.TorchDevice;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValidationPairsTest {
    @Test
    void peopleWhoLookDifferentAreToldApartEvenByAnUntrainedNetwork() {
        var crops = new Uniform(10, 6);
        var model = Backbones.named("mobilefacenet").build(new BackboneOptions(16, 0.125), 3);
        var report = ValidationPairs.of(crops, 1).orElseThrow().evaluate(model, crops, TorchDevice.CPU);
        assertThat(report.genuine()).isEqualTo(10 * 15);
        assertThat(report.impostors()).isEqualTo(report.genuine());
        assertThat(report.folds()).hasSize(10);
        assertThat(report.auc()).isGreaterThan(0.9);
    }

    @Test
    void tooFewCropsGiveNoFigure() {
        assertThat(ValidationPairs.of(new Uniform(3, 4), 1)).isEmpty();
        assertThat(ValidationPairs.of(new Uniform(1, 0), 1)).isEmpty();
    }

    /// People who are one colour each.
    private record Uniform(int people, int each) implements CropSource {
        @Override
        public int size() {
            return people * each;
        }

        @Override
        public int identities() {
            return people;
        }

        @Override
        public int label(int index) {
            return index / each;
        }

        @Override
        public void read(int index, byte[] target) {
            byte[] colour = new byte[3];
            new Random(label(index) * 7919L).nextBytes(colour);
            for (int i = 0; i < target.length; i += 3) {
                System.arraycopy(colour, 0, target, i, 3);
            }
            Arrays.fill(target, 0, index % each, (byte) 0);
        }
    }
}
