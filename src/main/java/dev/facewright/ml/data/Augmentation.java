package dev.facewright.ml.data;

import java.util.ArrayList;
import java.util.List;

/// How much a crop may change each time it is shown to the network. Every amount is drawn evenly from its range.
///
/// @param flip  mirror every second crop left to right
/// @param brightness  factor in [1 - b, 1 + b]; b in [0, 1)
/// @param contrast  factor around the crop's mean grey, in [1 - c, 1 + c]; c in [0, 1)
/// @param saturation  factor around each pixel's grey, in [1 - s, 1 + s]; s in [0, 1]
/// @param rotationDegrees  turn around the centre, in [-r, r]; r in [0, 45]
/// @param scale  size factor in [1 - s, 1 + s]; s in [0, 0.5]
/// @param translation  shift as a share of the side, in [-t, t] both ways; t in [0, 0.5]
/// @param blurProbability  share of crops that are blurred, in [0, 1]
public record Augmentation(
        boolean flip,
        double brightness,
        double contrast,
        double saturation,
        double rotationDegrees,
        double scale,
        double translation,
        double blurProbability) {
    /// The crop as it is.
    public static final Augmentation NONE = new Augmentation(false, 0, 0, 0, 0, 0, 0, 0);

    /// A field that is out of its range, and the range.
    public record Problem(String field, String message) {}

    /// Mild: alignment already took the pose out, so geometry only blurs its precision.
    public static Augmentation defaults() {
        return new Augmentation(true, 0.2, 0.2, 0.2, 3, 0.03, 0.02, 0.05);
    }

    /// What is wrong with it; empty when nothing is.
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        check(problems, "brightness", brightness, 0.95, "a share of the pixel value");
        check(problems, "contrast", contrast, 0.95, "a share of the contrast");
        check(problems, "saturation", saturation, 1, "a share of the saturation");
        check(problems, "rotationDegrees", rotationDegrees, 45, "degrees to either side");
        check(problems, "scale", scale, 0.5, "a share of the size; is this in percent?");
        check(problems, "translation", translation, 0.5, "a share of the side; is this in pixels?");
        check(problems, "blurProbability", blurProbability, 1, "a probability");
        return List.copyOf(problems);
    }

    private static void check(List<Problem> problems, String field, double value, double most, String unit) {
        if (!(value >= 0 && value <= most)) {
            problems.add(new Problem(field, "must be in [0, " + most + "], was " + value + ": it is " + unit));
        }
    }

    boolean movesPixels() {
        return flip || rotationDegrees > 0 || scale > 0 || translation > 0;
    }

    boolean changesColour() {
        return brightness > 0 || contrast > 0 || saturation > 0;
    }
}
