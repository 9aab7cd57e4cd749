package dev.facewright.ml.train;

import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.graph.FaceModelFile;
import dev.facewright.ml.head.AdaFace;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.head.SmoothedHead;
import dev.facewright.ml.train.Trainer.TrainingResult.Completed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A run as a process of its own: goes on from the newest checkpoint in its folder, keeps new ones there, and leaves
/// `model` when it is done. Told to, it stands still at one place, where it can be killed.
final class ChildRun implements TrainingObserver {
    static final int EPOCHS = 4;
    static final int STEPS_PER_EPOCH = 4;
    static final String MODEL = "model";
    private static final String CHECKPOINT = "checkpoint-";

    private final Path folder;
    private final String holdAt;

    private ChildRun(Path folder, String holdAt) {
        this.folder = folder;
        this.holdAt = holdAt;
    }

    /// Arguments: the folder, and where to stand still: `step-5`, `half-written-6`, `epoch-1` or `nowhere`.
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        ChildRun run = new ChildRun(folder, arguments[1]);
        Checkpoint newest = newest(folder);
        say("from-" + (newest == null ? "start" : newest.progress().globalStep()));
        var result = new Trainer().train(recipe(), crops(), TinyFaces.network(), newest, run, StopSignal.NEVER);
        try (var out = Files.newOutputStream(folder.resolve(MODEL))) {
            FaceModelFile.write(((Completed) result).model(), out);
        }
    }

    /// Keeps everything there is to keep: momentum, second moments, an average, a loss scale, sampled centres.
    private static Recipe recipe() {
        HeadRecipe head = HeadRecipe.named("adaface")
                .with(AdaFace.SCALE, 16)
                .with(PartialFc.RATE, 0.5)
                .with(SmoothedHead.SMOOTHING, 0.1);
        return TinyFaces.averagedHalfPrecision(TinyFaces.recipe(EPOCHS, 1, TinyFaces.SCHEDULE, 2, head), 1);
    }

    private static CropSource crops() {
        return TinyFaces.of(4, 2 * STEPS_PER_EPOCH);
    }

    private static @Nullable Checkpoint newest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> kept = files.filter(file -> file.getFileName().toString().matches(CHECKPOINT + "\\d+"))
                    .sorted(Comparator.comparing(file ->
                            Integer.parseInt(file.getFileName().toString().substring(CHECKPOINT.length()))))
                    .toList();
            return kept.isEmpty() ? null : Checkpoint.fromBytes(Files.readAllBytes(kept.getLast()));
        }
    }

    @Override
    public void onStep(StepReport report) {
        say("step-" + report.globalStep());
        holdIf("step-" + report.globalStep());
    }

    @Override
    public void onEpoch(EpochReport report) {
        holdIf("epoch-" + report.epoch());
    }

    @Override
    public void onCheckpoint(Checkpoint checkpoint) {
        long step = checkpoint.progress().globalStep();
        byte[] content = checkpoint.toBytes();
        Path part = folder.resolve("part");
        try {
            Files.write(part, Arrays.copyOf(content, content.length / 2));
            holdIf("half-written-" + step);
            Files.write(part, content);
            Files.move(part, folder.resolve(CHECKPOINT + step), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void holdIf(String place) {
        if (holdAt.equals(place)) {
            say("holds");
            try {
                System.in.read();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
