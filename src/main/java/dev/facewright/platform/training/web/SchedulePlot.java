package dev.facewright.platform.training.web;

import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.RunLength;
import dev.facewright.ml.train.Schedule;
import dev.facewright.platform.datasets.DatasetVersion;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// The learning rate over a run, drawn before it is started.
///
/// @param line  points of a polyline in a box of WIDTH by HEIGHT
/// @param highest  rate that is reached: with a warm-up longer than the run it is not the one asked for
/// @param steps  of the run; null where no data says how many, and then the line has no warm-up
/// @param warmupSteps  whether drawn or not
record SchedulePlot(
        String line, String highest, String last, @Nullable Long steps, int epochs, int warmupSteps) {
    static final int WIDTH = 600;
    static final int HEIGHT = 140;
    private static final int POINTS = WIDTH;
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
        long steps = length.steps();
        StringJoiner points = new StringJoiner(" ");
        int count = (int) Math.min(POINTS, steps);
        double highest = 0;
        for (int i = 0; i < count; i++) {
            long step = count == 1 ? 0 : i * (steps - 1) / (count - 1);
            double rate = schedule.learningRateAt(step, length);
            highest = Math.max(highest, rate);
            points.add(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f",
                    count == 1 ? 0 : (double) i * WIDTH / (count - 1),
                    HEIGHT * (1 - rate / schedule.learningRate())));
        }
        double last = schedule.learningRateAt(steps - 1, length);
        return new SchedulePlot(
                points.toString(),
                Numbers.significant(highest),
                Numbers.significant(last),
                told,
                length.epochs(),
                warmupSteps);
    }
}
