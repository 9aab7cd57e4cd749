package dev.facewright.ml.augment;

import dev.facewright.ml.augment.FieldProblem.Rule;
import java.util.ArrayList;
import java.util.List;

/// Collects what is out of its range, each with the unit that people most often mistake.
final class Ranges {
    private static final double PERCENT = 100;

    private final List<FieldProblem> problems = new ArrayList<>();

    Ranges probability(double value) {
        return share("probability", value, 0, 1, "a probability");
    }

    /// @param meaning  what one such share is, with its article
    Ranges share(String field, double value, double least, double most, String meaning) {
        return between(field, value, least, most, "it is " + meaning + inPercent(value, least, most));
    }

    /// @param meaning  what one such share is, with its article
    Ranges shareOfSide(String field, double value, double least, double most, String meaning) {
        double share = value / Pixels.SIDE;
        String hint = value > 1 && share >= least && share <= most
                ? "; is this in pixels? then give " + Math.round(share * PERCENT) / PERCENT
                : "";
        return between(field, value, least, most, "it is " + meaning + hint);
    }

    Ranges between(String field, double value, double least, double most, String hint) {
        // Written this way round so that NaN is refused too.
        if (!(value >= least && value <= most)) {
            List<String> limits = List.of(text(least), text(most), text(value));
            String range = "must be in [" + limits.get(0) + ", " + limits.get(1) + "], was " + limits.get(2);
            problems.add(new FieldProblem(field, Rule.RANGE, limits, range + ": " + hint));
        }
        return this;
    }

    Ranges ordered(String lowField, double low, String highField, double high) {
        if (low > high) {
            String message = "must not be above " + highField + ", was " + text(low) + " and " + text(high);
            problems.add(new FieldProblem(lowField, Rule.ORDER, List.of(text(low), text(high)), message));
        }
        return this;
    }

    List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    private static String inPercent(double value, double least, double most) {
        double share = value / PERCENT;
        return value > 1 && share >= least && share <= most ? "; is this in percent? then give " + text(share) : "";
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
