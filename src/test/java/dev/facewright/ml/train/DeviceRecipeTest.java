package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.torch.TorchEngine;
import dev.facewright.ml.torch.TrainingDevices;
import dev.facewright.ml.train.DeviceRecipe.DeviceNotFound;
import dev.facewright.ml.train.DeviceRecipe.Kind;
import dev.facewright.ml.train.RecipeProblem.Rule;
import dev.facewright.ml.train.Trainer.TrainingResult.Completed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceRecipeTest {
    private static final ObjectiveRecipe SUPERVISED = ObjectiveRecipe.SUPERVISED;
    private static final HeadRecipe ARCFACE = HeadRecipe.defaults();

    private final CropSource crops = TinyFaces.of(2, 8);

    @ParameterizedTest
    @CsvSource({
        "AUTO,1,0,cpu",
        "AUTO,1,1,cuda:0",
        "AUTO,4,4,cuda:0-3",
        "AUTO,2,8,cuda:0-1",
        "CPU,1,0,cpu",
        "CPU,1,2,cpu",
        "CUDA,1,2,cuda:0",
        "CUDA,2,2,cuda:0-1"
    })
    void whatIsThereIsTaken(Kind kind, int devices, int gpus, String taken) {
        DeviceRecipe recipe = new DeviceRecipe(kind, devices);

        assertThat(recipe.missing(gpus)).isEmpty();
        assertThat(recipe.choose(gpus)).hasToString(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "CUDA,1,0,device.kind,NO_GPU,-Pcuda",
        "CUDA,2,0,device.devices,NO_GPU,NVIDIA driver",
        "AUTO,2,0,device.devices,NO_GPU,one device",
        "AUTO,2,1,device.devices,TOO_FEW_GPUS,asks for 2 GPUs",
        "CUDA,8,4,device.devices,TOO_FEW_GPUS,has 4"
    })
    void whatIsNotThereIsRefusedAndSaysWhatToDo(
            Kind kind, int devices, int gpus, String field, Rule rule, String words) {
        DeviceRecipe recipe = new DeviceRecipe(kind, devices);

        assertThat(recipe.missing(gpus)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.rule()).isEqualTo(rule);
            assertThat(problem.message()).contains(words);
        });
        assertThatThrownBy(() -> recipe.choose(gpus))
                .isInstanceOf(DeviceNotFound.class)
                .hasMessageContaining(field)
                .hasMessageContaining(words);
    }

    @Test
    void onlyWhatMayBeMissingDependsOnTheProcess() {
        assertThat(DeviceRecipe.defaults().needsGpu()).isFalse();
        assertThat(new DeviceRecipe(Kind.CPU, 1).needsGpu()).isFalse();
        assertThat(new DeviceRecipe(Kind.CUDA, 1).needsGpu()).isTrue();
        assertThat(new DeviceRecipe(Kind.AUTO, 2).needsGpu()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9})
    void aCountThatIsNoneOfGpusSaysWhatItCounts(int devices) {
        assertThat(new DeviceRecipe(Kind.AUTO, devices).problems(SUPERVISED, ARCFACE))
                .first()
                .satisfies(problem -> assertThat(problem.message()).contains("[1, 8]", "not threads or images"));
    }

    @Test
    void oneDeviceCannotBeShared() {
        DeviceRecipe two = new DeviceRecipe(Kind.AUTO, 2);
        ObjectiveRecipe simClr = ObjectiveRecipe.of(ObjectiveRecipe.Kind.SIMCLR);
        HeadRecipe sampled = HeadRecipe.defaults().with(PartialFc.RATE, 0.5);

        refused(new DeviceRecipe(Kind.CPU, 2), SUPERVISED, ARCFACE, "however many cores");
        refused(two, simClr, ARCFACE, "whole batch");
        refused(two, SUPERVISED, sampled, "centreSamplingRate");
        refused(two, SUPERVISED, HeadRecipe.named("adaface"), "adaface follows the lengths");
        assertThat(two.problems(SUPERVISED, ARCFACE)).isEmpty();
        assertThat(DeviceRecipe.defaults().problems(simClr, sampled)).isEmpty();
    }

    private static void refused(DeviceRecipe device, ObjectiveRecipe objective, HeadRecipe head, String words) {
        assertThat(device.problems(objective, head)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("devices");
            assertThat(problem.rule()).isEqualTo(Rule.ONE_DEVICE);
            assertThat(problem.message()).startsWith("must be 1: ").contains(words);
        });
    }

    @Test
    void eachDeviceNeedsTwoImagesOfABatch() {
        Recipe eight = recipe(new DeviceRecipe(Kind.CUDA, 4));
        assertThat(eight.batchSize()).isEqualTo(8);
        assertThat(eight.problems()).isEmpty();
        assertThat(recipe(new DeviceRecipe(Kind.CUDA, 5)).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("batchSize");
                    assertThat(problem.message()).contains("[10, 4096]", "and device");
                });
        assertThat(recipe(new DeviceRecipe(Kind.CPU, 2)).problems())
                .extracting(RecipeProblem::field)
                .containsExactly("device.devices");
    }

    @Test
    void aRunSaysWhatItTrainsOnBeforeItsFirstStep() {
        List<String> heard = new ArrayList<>();
        train(recipe(new DeviceRecipe(Kind.CPU, 1)), null, new TrainingObserver() {
            @Override
            public void onDevices(TrainingDevices devices) {
                heard.add(devices.toString());
            }

            @Override
            public void onStep(StepReport report) {
                heard.add("step");
            }
        });
        assertThat(heard).startsWith("cpu", "step").containsOnlyOnce("cpu");
    }

    @Test
    void aCheckpointIsGoneOnFromOnAnotherDevice() {
        List<Checkpoint> checkpoints = new ArrayList<>();
        TrainingObserver keeper = new TrainingObserver() {
            @Override
            public void onCheckpoint(Checkpoint checkpoint) {
                checkpoints.add(checkpoint);
            }
        };
        Completed whole = train(recipe(DeviceRecipe.defaults()), null, keeper);

        Completed resumed = train(recipe(new DeviceRecipe(Kind.CPU, 1)), checkpoints.getFirst(), TrainingObserver.NONE);

        assertThat(resumed.model()).isEqualTo(whole.model());
    }

    @Test
    void aRunThatFindsNoGpuTakesNoStep() {
        assumeThat(TorchEngine.gpus()).isZero();
        List<StepReport> steps = new ArrayList<>();
        TrainingObserver observer = new TrainingObserver() {
            @Override
            public void onStep(StepReport report) {
                steps.add(report);
            }
        };
        assertThatThrownBy(() -> train(recipe(new DeviceRecipe(Kind.CUDA, 1)), null, observer))
                .isInstanceOf(DeviceNotFound.class)
                .hasMessageContaining("device.kind needs a GPU");
        assertThat(steps).isEmpty();
    }

    private Completed train(Recipe recipe, @Nullable Checkpoint resume, TrainingObserver observer) {
        return (Completed) new Trainer().train(recipe, crops, TinyFaces.network(), resume, observer, StopSignal.NEVER);
    }

    private static Recipe recipe(DeviceRecipe device) {
        return TinyFaces.recipe(2, 1, TinyFaces.SCHEDULE, 1).on(device);
    }
}
