package dev.facewright.platform.training.web;

import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.RunLength;
import dev.facewright.ml.train.Schedule;
import dev.facewright.platform.datasets.DatasetVersion;
import dev.facewright.platform.kernel.web.Chart;
import dev.facewright.platform.kernel.web.Chart.Axis;
import dev.facewright.platform.kernel.web.Chart.Kind;
import dev.facewright.platform.kernel.web.Chart.Point;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The learning rate over a run, drawn before it is started.
///
/// @param highest  rate that is reached: with a warm-up longer than the run it is not the one asked for
/// @param steps  of the run; null where no data says how many, and then the line has no warm-up
/// @param warmupSteps  whether drawn or not
record SchedulePlot(
        Chart chart, String highest, String last, @Nullable Long steps, int epochs, int warmupSteps) {
    private static final int SAMPLES = 600;
    private static final int DRAWN_OF_SAMPLES = 3;
    // Where their number is unknown: so many that a course looks the same with more.
    private static final int STEPS_PER_EPOCH = 1000;

    static SchedulePlot of(Recipe recipe, DatasetVersion data) {
        long trainImages = Math.max(1, Math.round(data.imageCount() * (1 - data.validationFraction())));
        RunLength length = new RunLength(recipe.epochs(), Math.max(1, trainImages / recipe.effectiveBatch()));
        return of(recipe.schedule(), length, recipe.schedule().warmupSteps(), length.steps());
    }

    /// Without data. A warm-up is counted in steps, so how much of an epoch it takes is not known.
    static SchedulePlot overEpochs(Recipe recipe) {
        Schedule whole = recipe.schedule();
        Schedule course = new Schedule(
                whole.kind(), whole.learningRate(), whole.finalLearningRate(), 0, whole.restartEpochs(), whole.power());
        return of(course, new RunLength(recipe.epochs(), STEPS_PER_EPOCH), whole.warmupSteps(), null);
    }

    private static SchedulePlot of(Schedule schedule, RunLength length, int warmupSteps, @Nullable Long told) {
        long last = length.steps() - 1;
        long count = Math.min(SAMPLES, length.steps());
        List<Long> at = LongStream.range(0, count)
                .mapToObj(i -> count == 1 ? 0 : i * last / (count - 1))
                .toList();
        // where the steps of an epoch are not known, epochs are
        Axis across = Axis.of(told == null ? "training.epoch" : "training.step");
        double unit = told == null ? STEPS_PER_EPOCH : 1;
        List<Point> points = IntStream.range(0, at.size())
                .filter(i -> i % DRAWN_OF_SAMPLES == 0 || i == at.size() - 1)
                .mapToObj(at::get)
                .map(step -> Point.of(step / unit, schedule.learningRateAt(step, length)))
                .toList();
        double highest = at.stream()
                .mapToDouble(step -> schedule.learningRateAt(step, length))
                .max()
                .orElse(0);
        return new SchedulePlot(
                Chart.of(Kind.LINE, across, Axis.of("training.learning-rate").from(0, schedule.learningRate()), points),
                Numbers.significant(highest),
                Numbers.significant(schedule.learningRateAt(last, length)),
                told,
                length.epochs(),
                warmupSteps);
    }
}
