package dev.facewright.bench;

import dev.facewright.ml.backbone.BackboneOptions;
import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.torch.TorchEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/// Training MobileFaceNet: the compiled program against the same network as DJL blocks, and against PyTorch's own
/// gradient. Each contender runs in its own process, so that peak memory is its own; they take turns, so that a
/// busy machine is unkind to all alike, and processor time stands beside the clock's.
public final class TrainingStepBench {
    private static final int IDENTITIES = 1000;
    private static final int WARM_UP = 2;
    private static final int STEPS = 4;
    private static final int ROUNDS = 2;

    private static final Map<String, StepContender.Maker> CONTENDERS =
            new TreeMap<>(Map.of(
                    "DJL blocks", EagerContender::make,
                    "autograd", ProgramContender::withAutograd,
                    "our program", ProgramContender::ours));

    /// @param cpuMillis  of all threads, a step
    private record Outcome(double[] millis, double cpuMillis, double peakMegabytes, double firstLoss) {}

    private TrainingStepBench() {}

    /// Without arguments prints the table for batches of 32 and 64, with one argument for that batch size. With
    /// a contender and a batch size runs that one and prints its numbers.
    public static void main(String... arguments) throws Exception {
        if (arguments.length == 2) {
            child(Objects.requireNonNull(CONTENDERS.get(arguments[0])), Integer.parseInt(arguments[1]));
        } else {
            table(arguments.length == 1 ? new int[] {Integer.parseInt(arguments[0])} : new int[] {32, 64});
        }
    }

    private static void table(int[] batches) throws Exception {
        System.out.printf("Training step of MobileFaceNet, %d identities, %s threads; medians of %d steps%n",
                IDENTITIES, TorchEngine.threads(), ROUNDS * STEPS);
        System.out.printf("%5s  %-12s %9s %9s %9s %9s %7s %7s %11s%n",
                "batch", "", "step ms", "cpu ms", "images/s", "peak MB", "time", "memory", "first loss");
        for (int batch : batches) {
            Map<String, List<Outcome>> outcomes = new TreeMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (String contender : CONTENDERS.keySet()) {
                    outcomes.computeIfAbsent(contender, _ -> new ArrayList<>()).add(inOwnProcess(contender, batch));
                }
            }
            Outcome base = pooled(Objects.requireNonNull(outcomes.get("DJL blocks")));
            outcomes.forEach((contender, all) -> print(batch, contender, pooled(all), base));
        }
    }

    private static void print(int batch, String contender, Outcome outcome, Outcome base) {
        double median = median(outcome.millis());
        System.out.printf("%5d  %-12s %9.0f %9.0f %9.1f %9.0f %7.2f %7.2f %11.4f%n",
                batch,
                contender,
                median,
                outcome.cpuMillis(),
                batch * 1000 / median,
                outcome.peakMegabytes(),
                median / median(base.millis()),
                outcome.peakMegabytes() / base.peakMegabytes(),
                outcome.firstLoss());
    }

    private static Outcome inOwnProcess(String contender, int batch) throws Exception {
        double[] numbers = OwnProcess.numbers(TrainingStepBench.class, contender, Integer.toString(batch));
        return new Outcome(Arrays.copyOfRange(numbers, 3, numbers.length), numbers[0], numbers[1], numbers[2]);
    }

    private static void child(StepContender.Maker maker, int batch) throws IOException {
        // Both run in the engine as TorchEngine sets it up: with AVX-512 the blocks would compute something else.
        TorchEngine.threads();
        FaceModel model = Backbones.named("mobilefacenet").build(new BackboneOptions(128, 1), 1);
        FloatBuffer images = images(batch);
        long[] labels = new Random(2).longs(batch, 0, IDENTITIES).toArray();
        try (StepContender contender = maker.make(model, new ArcFace(IDENTITIES, 64, 0.5))) {
            double firstLoss = contender.step(images, labels);
            for (int i = 1; i < WARM_UP; i++) {
                contender.step(images, labels);
            }
            StringBuilder times = new StringBuilder();
            double cpuBefore = cpuMillis();
            for (int i = 0; i < STEPS; i++) {
                long began = System.nanoTime();
                contender.step(images, labels);
                times.append(' ').append((System.nanoTime() - began) / 1e6);
            }
            double cpu = (cpuMillis() - cpuBefore) / STEPS;
            System.out.println(cpu + " " + OwnProcess.peakMegabytes() + " " + firstLoss + times);
        }
    }

    private static double cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
    }

    /// Patches of light and dark, since plain noise looks the same to a network image by image. First losses
    /// agree to four digits: both contenders compute the same network.
    private static FloatBuffer images(int batch) {
        Random random = new Random(3);
        FloatBuffer images = ByteBuffer.allocateDirect(batch * 3 * 112 * 112 * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        float patch = 0;
        while (images.hasRemaining()) {
            if (images.position() % (112 * 14) == 0) {
                patch = (float) random.nextGaussian();
            }
            images.put(patch);
        }
        return images.flip();
    }

    private static Outcome pooled(List<Outcome> outcomes) {
        return new Outcome(
                outcomes.stream().flatMapToDouble(outcome -> Arrays.stream(outcome.millis())).toArray(),
                outcomes.stream().mapToDouble(Outcome::cpuMillis).average().orElse(Double.NaN),
                outcomes.stream().mapToDouble(Outcome::peakMegabytes).max().orElse(Double.NaN),
                outcomes.getFirst().firstLoss());
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }
}
