package dev.facewright.ml.torch.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.backbone.BackboneOptions;
import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.torch.TinyNetworks;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import java.nio.FloatBuffer;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Our own gradient against PyTorch's. Without momentum a parameter's velocity is its gradient.
class DifferentiationTest {
    private static final OptimiserSettings PLAIN = new OptimiserSettings(0, 0, 0);
    private static final long[] LABELS = {0, 2, 1, 2};

    @Test
    void everyOperationHasTheGradientThatPyTorchGivesIt() {
        FaceModel model = TinyNetworks.withEveryOperation();
        agree(model, TinyNetworks.buffer(TinyNetworks.images(LABELS.length, 5)));
    }

    @ParameterizedTest
    @CsvSource({"mobilefacenet,0.125", "iresnet-18,0.125", "mobilenetv3-small,0.25", "vit-tiny,0.125"})
    void everyBackboneHasTheGradientThatPyTorchGivesIt(String name, double width) {
        FaceModel model = Backbones.named(name).build(new BackboneOptions(16, width), 7);
        FloatBuffer images = FloatBuffer.allocate(LABELS.length * 3 * 112 * 112);
        var random = new Random(3);
        while (images.hasRemaining()) {
            images.put((float) random.nextGaussian());
        }
        agree(model, images.flip());
    }

    private static void agree(FaceModel model, FloatBuffer images) {
        Head head = new ArcFace(3, 8, 0.5);
        TrainingState start = TrainingState.fresh(model, head, PLAIN, 11);
        TrainingState ours;
        TrainingState theirs;
        try (var program = TrainingProgram.open(model.network(), head, PLAIN, start)) {
            program.step(images.duplicate(), LABELS, 0.01);
            ours = program.state();
        }
        try (var program = TrainingProgram.openWithAutograd(model.network(), head, PLAIN, start)) {
            program.step(images.duplicate(), LABELS, 0.01);
            theirs = program.state();
        }
        agree(ours.optimiser(), theirs.optimiser());
        agree(ours.network(), theirs.network());
    }

    /// To 1e-4 of the tensor's length, or of a tenth of the longest one's: where a norm cancels a gradient nearly
    /// out, what is left is rounding.
    private static void agree(Weights ours, Weights theirs) {
        double whole = 0;
        for (Tensor tensor : theirs.tensors().values()) {
            whole = Math.max(whole, length(tensor, null));
        }
        double least = whole * 0.1;
        theirs.tensors().forEach((name, expected) -> {
            double difference = length(expected, ours.get(name));
            assertThat(difference).as(name).isLessThanOrEqualTo(1e-4 * Math.max(length(expected, null), least));
        });
    }

    private static double length(Tensor tensor, @Nullable Tensor other) {
        double squares = 0;
        for (int i = 0; i < tensor.size(); i++) {
            double value = tensor.floats()[i] - (other == null ? 0 : other.floats()[i]);
            squares += value * value;
        }
        return Math.sqrt(squares);
    }
}
