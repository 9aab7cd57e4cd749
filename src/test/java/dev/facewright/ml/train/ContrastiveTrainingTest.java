package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.head.Contrastive;
import dev.facewright.ml.head.MoCo;
import dev.facewright.ml.train.ObjectiveRecipe.Kind;
import dev.facewright.ml.train.Trainer.TrainingResult;
import dev.facewright.ml.train.Trainer.TrainingResult.Completed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContrastiveTrainingTest {
    private final CropSource crops = TinyFaces.of(8, 4);

    @ParameterizedTest
    @EnumSource(names = {"SIMCLR", "MOCO"})
    void theLossFallsWithoutAnyIdentity(Kind kind) {
        Recorder recorder = new Recorder();
        CropSource nobody = new Unlabelled(TinyFaces.of(32, 1));
        Completed done = train(kind, 15, nobody, null, recorder);

        assertThat(done.metrics().meanLoss())
                .isLessThan(0.8 * recorder.epochs.getFirst().meanLoss());
        assertThat(done.metrics().accuracy())
                .isGreaterThanOrEqualTo(recorder.epochs.getFirst().accuracy());
        assertThat(done.metrics().images()).isEqualTo(32);
    }

    @ParameterizedTest
    @EnumSource(names = {"SIMCLR", "MOCO"})
    void aRunResumedFromTheBytesOfACheckpointEndsInTheSameWeights(Kind kind) throws IOException {
        Recorder recorder = new Recorder();
        FaceModel whole = train(kind, 3, crops, null, recorder).model();
        for (int i : new int[] {1, 6}) {
            Checkpoint middle = Checkpoint.fromBytes(recorder.checkpoints.get(i).toBytes());
            assertThat(train(kind, 3, crops, middle, new Recorder()).model()).isEqualTo(whole);
        }
    }

    @Test
    void theModelIsTheBackboneAloneAndASupervisedRunStartsFromIt() {
        FaceModel pretrained =
                train(Kind.SIMCLR, 2, crops, null, new Recorder()).model();
        assertThat(pretrained.network()).isEqualTo(TinyFaces.network().network());
        assertThat(pretrained.weights().tensors().keySet()).noneMatch(name -> name.contains("projector"));

        TrainingResult supervised = new Trainer()
                .train(
                        TinyFaces.recipe(2, 1, TinyFaces.SCHEDULE, 0),
                        crops,
                        pretrained,
                        null,
                        TrainingObserver.NONE,
                        StopSignal.NEVER);
        assertThat(supervised).isInstanceOf(Completed.class);
    }

    @Test
    void oneCropHasNothingToBeToldFrom() {
        assertThatThrownBy(() -> train(Kind.SIMCLR, 1, TinyFaces.of(1, 1), null, new Recorder()))
                .hasMessageContaining("two crops");
    }

    private static Completed train(
            Kind kind, int epochs, CropSource crops, @Nullable Checkpoint resume, Recorder recorder) {
        return (Completed) new Trainer()
                .train(recipe(kind, epochs), crops, TinyFaces.network(), resume, recorder, StopSignal.NEVER);
    }

    private static Recipe recipe(Kind kind, int epochs) {
        Recipe supervised = TinyFaces.recipe(epochs, 1, TinyFaces.SCHEDULE, 1);
        return supervised
                .but()
                .objective(ObjectiveRecipe.of(kind)
                        .with(Contrastive.PROJECTOR_DIMENSIONS, 16)
                        .with(MoCo.QUEUE_SIZE, 16)
                        .with(MoCo.KEY_MOMENTUM, 0.9))
                .epochs(epochs)
                .schedule(new Schedule(Schedule.Kind.CONSTANT, 0.01, 0, 0))
                .precision(PrecisionRecipe.defaults())
                .device(DeviceRecipe.defaults())
                .seed(1)
                .recipe();
    }

    /// The same crops of nobody in particular.
    private record Unlabelled(CropSource crops) implements CropSource {
        @Override
        public int size() {
            return crops.size();
        }

        @Override
        public int identities() {
            return 1;
        }

        @Override
        public int label(int index) {
            return 0;
        }

        @Override
        public void read(int index, byte[] target) {
            crops.read(index, target);
        }
    }

    private static final class Recorder implements TrainingObserver {
        final List<EpochReport> epochs = new ArrayList<>();
        final List<Checkpoint> checkpoints = new ArrayList<>();

        @Override
        public void onEpoch(EpochReport report) {
            epochs.add(report);
        }

        @Override
        public void onCheckpoint(Checkpoint checkpoint) {
            checkpoints.add(checkpoint);
        }
    }
}
