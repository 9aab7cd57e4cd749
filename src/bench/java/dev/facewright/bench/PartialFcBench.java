package dev.facewright.bench;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.torch.TorchEngine;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// A step of a head of a hundred thousand identities, with all its centres and with samples of them. Each rate
/// runs in its own process; the network is so small that head and update are nearly all of the step.
public final class PartialFcBench {
    private static final int IDENTITIES = 100_000;
    private static final int DIMENSIONS = 128;
    private static final int BATCH = 128;
    private static final int SIDE = 16;
    private static final int WARM_UP = 2;
    private static final int STEPS = 10;

    private PartialFcBench() {}

    /// Without arguments prints the table; with a rate runs that one and prints its step time in ms, the memory
    /// of a step and that of the state in MB.
    public static void main(String... arguments) throws Exception {
        if (arguments.length == 1) {
            measure(Double.parseDouble(arguments[0]));
        } else {
            table();
        }
    }

    private static void table() throws Exception {
        System.out.printf(
                "ArcFace, %d identities of %d dimensions, batch %d, %d threads; medians of %d steps%n",
                IDENTITIES, DIMENSIONS, BATCH, TorchEngine.threads(), STEPS);
        System.out.printf("%5s %9s %9s %9s %7s %7s%n", "rate", "step ms", "step MB", "state MB", "time", "memory");
        double[] whole = inOwnProcess(1);
        for (double rate : new double[] {1, 0.5, 0.1}) {
            double[] found = rate == 1 ? whole : inOwnProcess(rate);
            System.out.printf(
                    Locale.ROOT,
                    "%5.1f %9.0f %9.0f %9.0f %7.2f %7.2f%n",
                    rate,
                    found[0],
                    found[1],
                    found[2],
                    found[0] / whole[0],
                    found[1] / whole[1]);
        }
    }

    private static double[] inOwnProcess(double rate) throws Exception {
        return OwnProcess.numbers(
                // A heap that is there from the start is no part of what grows.
                List.of("-Xmx1g", "-Xms1g", "-XX:+AlwaysPreTouch"),
                // By default glibc keeps freed blocks up to 32 MB and gives larger ones back: rates would not compare.
                Map.of("MALLOC_MMAP_THRESHOLD_", Integer.toString(4 << 20)),
                PartialFcBench.class,
                Double.toString(rate));
    }

    private static void measure(double rate) throws IOException {
        FaceModel model = projection();
        Head whole = new ArcFace(IDENTITIES, 64, 0.5);
        Head head = rate < 1 ? new PartialFc(whole, rate, 1) : whole;
        OptimiserSettings settings = new OptimiserSettings(0.9, 5e-4, 5);
        double before = OwnProcess.megabytes("VmRSS:");
        TrainingState fresh = TrainingState.fresh(model, whole, settings, 1);
        try (TrainingProgram program = TrainingProgram.open(model.network(), head, settings, fresh)) {
            double loaded = OwnProcess.megabytes("VmRSS:");
            // Resets the high-water mark, so that it is that of the steps.
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
            double[] millis = steps(program);
            System.out.println(
                    median(millis) + " " + (OwnProcess.megabytes("VmHWM:") - loaded) + " " + (loaded - before));
        }
    }

    private static double[] steps(TrainingProgram program) {
        Random random = new Random(2);
        FloatBuffer images = images(random);
        double[] millis = new double[STEPS];
        for (int i = -WARM_UP; i < STEPS; i++) {
            long[] labels = random.longs(BATCH, 0, IDENTITIES).toArray();
            long began = System.nanoTime();
            program.step(images, labels, 0.01, i + WARM_UP);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        return millis;
    }

    private static FaceModel projection() {
        Random random = new Random(1);
        Tensor weight = Tensor.filled(0, DIMENSIONS, 3 * SIDE * SIDE);
        for (int i = 0; i < weight.size(); i++) {
            weight.floats()[i] = (float) (random.nextGaussian() * 0.05);
        }
        List<Op> ops = List.of(new Op.Flatten("flat", "x"), new Op.Linear("y", "flat", "w", null));
        return new FaceModel(
                new Network("projection", "x", 3, SIDE, ops, "y"), Weights.of(Map.of("w", weight)), Preprocessing.ARCFACE);
    }

    private static FloatBuffer images(Random random) {
        FloatBuffer images = ByteBuffer.allocateDirect(BATCH * 3 * SIDE * SIDE * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        while (images.hasRemaining()) {
            images.put((float) random.nextGaussian());
        }
        return images.flip();
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
