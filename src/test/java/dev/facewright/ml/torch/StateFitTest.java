package dev.facewright.ml.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.AdaFace;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.head.MoCo;
import dev.facewright.ml.head.Objective;
import dev.facewright.ml.head.SimClr;
import dev.facewright.ml.head.Softmax;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import dev.facewright.ml.torch.settings.OptimiserSettings.Rule;
import dev.facewright.ml.torch.settings.PrecisionSettings;
import dev.facewright.ml.torch.settings.PrecisionSettings.Type;
import dev.facewright.ml.torch.settings.TrainingSettings;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateFitTest {
    // Two tensors beside each parameter, an average of it and the scaler's counts: all that can be kept.
    private static final TrainingSettings EVERYTHING = new TrainingSettings(
            new OptimiserSettings(new Rule.AdamW(0.9, 0.999, 1e-8), 0.1, 5, 1, 0.999),
            new PrecisionSettings(Type.FP16, 1024, 2000, false));

    private final FaceModel model = TinyNetworks.withEveryOperation();

    static List<Objective> objectives() {
        return List.of(
                new ArcFace(5, 8, 0.5),
                new Softmax(5),
                new AdaFace(5, 8, 0.4, 0.333),
                new SimClr(0.2, 6),
                new MoCo(0.2, 6, 16, 0.9));
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void aFreshStateFitsAndIsRefusedOnceAnyTensorHasAnotherShape(Objective objective) {
        TrainingState fresh = TrainingState.fresh(model, objective, EVERYTHING, 1);
        StateFit.check(model.network(), objective, EVERYTHING, fresh);

        List<String> kept = new ArrayList<>(fresh.head().tensors().keySet());
        kept.addAll(fresh.optimiser().tensors().keySet());
        for (String name : kept) {
            Map<String, Tensor> tensors = new LinkedHashMap<>(fresh.tensors().tensors());
            tensors.put(name, Tensor.filled(0, 3, 3, 3));
            TrainingState other = fresh.with(Weights.of(tensors));
            assertThatThrownBy(() -> StateFit.check(model.network(), objective, EVERYTHING, other))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aStateWithoutWhatTheOptimiserKeepsIsRefusedByName() {
        Objective head = new ArcFace(5, 8, 0.5);
        TrainingState plain = TrainingState.fresh(model, head, Descent.full(Descent.PLAIN), 1);

        assertThatThrownBy(() -> StateFit.check(model.network(), head, EVERYTHING, plain))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No weight named mean:a.w");
    }

    @Test
    void lookingTakesNoMemoryOfTheSizeOfTheWeights() {
        int side = 512;
        List<Op> ops = List.of(new Op.Flatten("f", "x"), new Op.Linear("l", "f", "w", null));
        Map<String, Tensor> weights = Map.of("w", Tensor.filled(0, side, TinyNetworks.PIXELS));
        FaceModel wide = TinyNetworks.model(ops, weights, "l");
        MoCo objective = new MoCo(0.2, side, side, 0.9);
        TrainingState state = TrainingState.fresh(wide, objective, EVERYTHING, 1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        StateFit.check(wide.network(), objective, EVERYTHING, state);
        long before = threads.getCurrentThreadAllocatedBytes();
        StateFit.check(wide.network(), objective, EVERYTHING, state);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        // The projector's hidden layer alone has a megabyte.
        assertThat(allocated).isLessThan((long) side * side * Float.BYTES / 4);
    }
}
