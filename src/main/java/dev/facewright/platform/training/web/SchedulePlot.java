package dev.facewright.platform.training.web;

import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.RunLength;
import dev.facewright.platform.datasets.DatasetVersion;
import java.util.Locale;
import java.util.StringJoiner;

/// The learning rate over a run, drawn before it is started.
///
/// @param line  points of a polyline in a box of WIDTH by HEIGHT
/// @param highest  rate that is reached: with a warm-up longer than the run it is not the one asked for
record SchedulePlot(String line, String highest, String lowest, long steps) {
    static final int WIDTH = 600;
    static final int HEIGHT = 140;
    private static final int POINTS = WIDTH;

    static SchedulePlot of(Recipe recipe, DatasetVersion data) {
        long trainImages = Math.max(1, Math.round(data.imageCount() * (1 - data.validationFraction())));
        RunLength length = new RunLength(recipe.epochs(), Math.max(1, trainImages / recipe.effectiveBatch()));
        long steps = length.steps();
        double top = recipe.schedule().learningRate();
        StringJoiner points = new StringJoiner(" ");
        int count = (int) Math.min(POINTS, steps);
        double highest = 0;
        for (int i = 0; i < count; i++) {
            long step = count == 1 ? 0 : i * (steps - 1) / (count - 1);
            double rate = recipe.schedule().learningRateAt(step, length);
            highest = Math.max(highest, rate);
            points.add(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f",
                    count == 1 ? 0 : (double) i * WIDTH / (count - 1),
                    HEIGHT * (1 - rate / top)));
        }
        double last = recipe.schedule().learningRateAt(steps - 1, length);
        return new SchedulePlot(points.toString(), Numbers.significant(highest), Numbers.significant(last), steps);
    }
}
