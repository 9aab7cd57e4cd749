package dev.facewright.ml.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.head.Softmax;
import dev.facewright.ml.head.SubCentreArcFace;
import dev.facewright.ml.torch.NativeObjects;
import dev.facewright.ml.torch.TinyNetworks;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartialFcTest {
    private static final OptimiserSettings MOMENTUM = new OptimiserSettings(0.9, 5e-4, 5);
    private static final long[] LABELS = {0, 2, 1, 2};
    private static final int CLASSES = 12;

    private final FaceModel model = TinyNetworks.withEveryOperation();
    private final double[][] images = TinyNetworks.images(LABELS.length, 5);

    static Stream<Head> heads() {
        ArcFace arcFace = new ArcFace(CLASSES, 8, 0.5);
        return Stream.of(arcFace, new SubCentreArcFace(arcFace, 3), new Softmax(CLASSES));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void aSampleOfAllCentresGivesTheSameBitsAsTheWholeHead(Head head) {
        assertThat(afterSteps(new PartialFc(head, 1, 1), 0, 3)).isEqualTo(afterSteps(head, 0, 3));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void centresThatWereNotDrawnAndTheirMomentumStayAsTheyWere(Head head) {
        PartialFc half = new PartialFc(head, 0.5, 1);
        TrainingState before = afterSteps(half, 0, 2);
        TrainingState after = steps(half, before, 2, 1);
        Set<Integer> drawn = new HashSet<>();
        Arrays.stream(half.sampling().orElseThrow().classes(LABELS, 2)).forEach(each -> drawn.add((int) each));

        assertThat(drawn).hasSize(6);
        for (String name : before.tensors().tensors().keySet()) {
            if (HeadTensors.byClass(name)) {
                for (int identity = 0; identity < CLASSES; identity++) {
                    assertThat(Arrays.equals(rows(after, name, identity), rows(before, name, identity)))
                            .as(name + " of " + identity)
                            .isNotEqualTo(drawn.contains(identity));
                }
            }
        }
    }

    private static float[] rows(TrainingState state, String name, int identity) {
        Tensor tensor = state.tensors().get(name);
        int length = tensor.size() / CLASSES;
        return Arrays.copyOfRange(tensor.floats(), identity * length, (identity + 1) * length);
    }

    @Test
    void theSameStateAndStepsGiveTheSameBitsAgain() {
        Head head = new PartialFc(new ArcFace(CLASSES, 8, 0.5), 0.5, 1);
        TrainingState middle = afterSteps(head, 0, 2);

        assertThat(steps(head, middle, 2, 2)).isEqualTo(afterSteps(head, 0, 4));
        assertThat(steps(head, middle, 7, 2)).isNotEqualTo(afterSteps(head, 0, 4));
    }

    @Test
    void stepsLeaveNoNativeArraysBehind() {
        Head head = new PartialFc(new ArcFace(CLASSES, 8, 0.5), 0.5, 1);
        TrainingState start = TrainingState.fresh(model, head, MOMENTUM, 11);
        try (TrainingProgram program = TrainingProgram.open(model.network(), head, MOMENTUM, start)) {
            program.step(TinyNetworks.buffer(images), LABELS, 0.01, 0);
            NativeObjects.staySameOver(program, () -> program.step(TinyNetworks.buffer(images), LABELS, 0.01, 1));
        }
    }

    @Test
    void aSampledHeadMustBeToldWhichStepItIs() {
        Head head = new PartialFc(new ArcFace(CLASSES, 8, 0.5), 0.5, 1);
        TrainingState start = TrainingState.fresh(model, head, MOMENTUM, 11);
        try (TrainingProgram program = TrainingProgram.open(model.network(), head, MOMENTUM, start)) {
            assertThatThrownBy(() -> program.step(TinyNetworks.buffer(images), LABELS, 0.01))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private TrainingState afterSteps(Head head, long first, int count) {
        return steps(head, TrainingState.fresh(model, head, MOMENTUM, 11), first, count);
    }

    private TrainingState steps(Head head, TrainingState start, long first, int count) {
        try (TrainingProgram program = TrainingProgram.open(model.network(), head, MOMENTUM, start)) {
            for (long step = first; step < first + count; step++) {
                program.step(TinyNetworks.buffer(images), LABELS, 0.05, step);
            }
            return program.state();
        }
    }
}
