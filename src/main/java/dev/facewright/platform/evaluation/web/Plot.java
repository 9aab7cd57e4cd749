package dev.facewright.platform.evaluation.web;

import java.util.Locale;

/// The plane of a chart in SVG units: the same size for all of them, so that labels are.
final class Plot {
    static final double WIDTH = 640;
    static final double HEIGHT = 320;
    static final double LEFT = 52;
    static final double RIGHT = 624;
    static final double TOP = 12;
    static final double BOTTOM = 276;

    private Plot() {}

    /// A mark on an axis.
    ///
    /// @param at  in SVG units along the axis
    record Tick(double at, String label) {}

    /// @param share  0 at the left edge, 1 at the right
    static double x(double share) {
        return LEFT + Math.clamp(share, 0.0, 1.0) * (RIGHT - LEFT);
    }

    /// @param share  0 at the bottom, 1 at the top
    static double y(double share) {
        return BOTTOM - Math.clamp(share, 0.0, 1.0) * (BOTTOM - TOP);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
