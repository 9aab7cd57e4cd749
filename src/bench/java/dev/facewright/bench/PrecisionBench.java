package dev.facewright.bench;

import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.torch.settings.PrecisionSettings.Type;
import dev.facewright.ml.train.CheckpointRule;
import dev.facewright.ml.train.HeadRecipe;
import dev.facewright.ml.train.PrecisionRecipe;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.Schedule;
import dev.facewright.ml.train.StepReport;
import dev.facewright.ml.train.Trainer;
import dev.facewright.ml.train.TrainingObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The same short run of MobileFaceNet on real faces in each number type, and with activations worked out again:
/// loss step by step, time and peak memory. Each contender trains in its own process, so that its peak is its own.
///
/// Arguments: steps (default 40), batch (default 32). Reads LFW and the detector from `FACEWRIGHT_FIXTURES`, and
/// writes the chart as `target/precision.svg`.
public final class PrecisionBench {
    private static final int WARM_UP = 3;
    private static final int TAIL = 10;
    private static final int PEOPLE_WITH = 8;
    // The chart draws shares in per cent.
    private static final double PER_CENT = 100;
    private static final Path CHART = Path.of("target/precision.svg");

    private static final Map<String, PrecisionRecipe> CONTENDERS = new LinkedHashMap<>();

    static {
        CONTENDERS.put("FP32", new PrecisionRecipe(Type.FP32, 1, false));
        CONTENDERS.put("BF16", new PrecisionRecipe(Type.BF16, 1, false));
        CONTENDERS.put("FP16", new PrecisionRecipe(Type.FP16, 65_536, false));
        CONTENDERS.put("FP32 checkpointing", new PrecisionRecipe(Type.FP32, 1, true));
        CONTENDERS.put("BF16 checkpointing", new PrecisionRecipe(Type.BF16, 1, true));
    }

    private record Outcome(double peakMegabytes, double millis, int skipped, double[] losses) {
        double tail() {
            return Arrays.stream(losses).skip(losses.length - TAIL).average().orElseThrow();
        }
    }

    private PrecisionBench() {}

    public static void main(String... arguments) throws Exception {
        int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
        int batch = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 32;
        if (arguments.length > 2) {
            child(Objects.requireNonNull(CONTENDERS.get(arguments[2])), steps, batch);
            return;
        }
        if (!Files.exists(fixtures().resolve("lfw/protocol/peopleDevTrain.txt"))) {
            System.out.println("No LFW in " + fixtures() + "; set FACEWRIGHT_FIXTURES to the folder with models and lfw.");
            return;
        }
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (String contender : CONTENDERS.keySet()) {
            outcomes.put(contender, inOwnProcess(contender, steps, batch));
        }
        table(outcomes, steps, batch);
        chart(outcomes);
    }

    private static void table(Map<String, Outcome> outcomes, int steps, int batch) {
        System.out.printf("MobileFaceNet on LFW, batch %d, %d steps of one seed%n", batch, steps);
        System.out.printf("%-20s %9s %9s %6s %7s %8s %12s %12s%n",
                "", "step ms", "peak MB", "time", "memory", "skipped", "first loss", "last " + TAIL);
        Outcome base = Objects.requireNonNull(outcomes.get("FP32"));
        outcomes.forEach((name, outcome) -> System.out.printf("%-20s %9.0f %9.0f %6.2f %7.2f %8d %12.4f %12.4f%n",
                name,
                outcome.millis(),
                outcome.peakMegabytes(),
                outcome.millis() / base.millis(),
                outcome.peakMegabytes() / base.peakMegabytes(),
                outcome.skipped(),
                outcome.losses()[0],
                outcome.tail()));
    }

    private static void chart(Map<String, Outcome> outcomes) throws IOException {
        Map<String, double[]> curves = new LinkedHashMap<>();
        for (String type : List.of("FP32", "BF16", "FP16")) {
            double[] losses = Objects.requireNonNull(outcomes.get(type)).losses();
            curves.put(type, Arrays.stream(losses).map(loss -> loss / PER_CENT).toArray());
        }
        Files.createDirectories(CHART.getParent());
        Files.writeString(CHART, LineChart.svg("Loss of the same run in three number types", "step", "loss, nats", curves));
        System.out.println("Chart: " + CHART.toAbsolutePath());
    }

    private static Outcome inOwnProcess(String contender, int steps, int batch) throws Exception {
        double[] numbers = OwnProcess.numbers(
                PrecisionBench.class, Integer.toString(steps), Integer.toString(batch), contender);
        return new Outcome(
                numbers[0], numbers[1], (int) numbers[2], Arrays.copyOfRange(numbers, 3, numbers.length));
    }

    private static void child(PrecisionRecipe precision, int steps, int batch) throws IOException {
        LfwCrops crops = LfwCrops.load(fixtures(), PEOPLE_WITH, PEOPLE_WITH);
        List<StepReport> reports = new ArrayList<>();
        TrainingObserver recorder = new TrainingObserver() {
            @Override
            public void onStep(StepReport report) {
                reports.add(report);
            }
        };
        new Trainer().train(recipe(precision, batch), crops.training(), null, null, recorder,
                () -> reports.size() >= steps);
        double[] millis = reports.stream()
                .skip(WARM_UP)
                .mapToDouble(report -> batch * 1000 / report.imagesPerSecond())
                .sorted()
                .toArray();
        String losses = reports.stream().map(report -> Double.toString(report.loss())).collect(Collectors.joining(" "));
        System.out.println(OwnProcess.peakMegabytes() + " " + millis[millis.length / 2] + " " + reports.getLast().skippedSteps()
                + " " + losses);
    }

    /// No augmentation, and half the usual scale, so that so few steps learn something.
    private static Recipe recipe(PrecisionRecipe precision, int batch) {
        return Recipe.defaults()
                .but()
                .head(HeadRecipe.defaults().with(ArcFace.SCALE, 32).with(ArcFace.MARGIN, 0.3))
                .epochs(1000)
                .batchSize(batch)
                .schedule(new Schedule(Schedule.Kind.CONSTANT, 0.02, 0, 10))
                .precision(precision)
                .augmentation(Augmentation.NONE)
                .checkpoints(new CheckpointRule(0))
                .recipe();
    }

    private static Path fixtures() {
        return Path.of(Objects.requireNonNullElse(System.getenv("FACEWRIGHT_FIXTURES"), "../shared/data"));
    }

}
