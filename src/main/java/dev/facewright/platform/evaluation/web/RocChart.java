package dev.facewright.platform.evaluation.web;

import dev.facewright.platform.evaluation.Verification.CurvePoint;
import dev.facewright.platform.evaluation.web.Plot.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A ROC as an SVG path: false accept rate on a logarithmic axis, down to what the impostor pairs can resolve.
///
/// @param path  of the curve, for the attribute `d`
record RocChart(String path, List<Tick> rates, List<Tick> shares) {
    private static final int STEPS = 5;
    private static final double HIGHEST_FLOOR = 0.9;

    static RocChart of(List<CurvePoint> curve, int impostors) {
        int decades = Math.max(1, (int) Math.ceil(Math.log10(Math.max(impostors, 2))));
        double lowest = Math.pow(10, -decades);
        double floor = floor(curve, lowest);
        return new RocChart(path(curve, decades, floor), rates(decades), shares(floor));
    }

    /// The whole tenth below the lowest point shown, so that a good model fills the plane too.
    private static double floor(List<CurvePoint> curve, double lowest) {
        double start = curve.stream()
                .filter(point -> point.falseAcceptRate() <= lowest)
                .mapToDouble(CurvePoint::trueAcceptRate)
                .max()
                .orElse(0);
        return Math.min(HIGHEST_FLOOR, Math.floor(start * 10) / 10);
    }

    private static String path(List<CurvePoint> curve, int decades, double floor) {
        StringBuilder path = new StringBuilder();
        for (CurvePoint point : curve) {
            double across = point.falseAcceptRate() <= 0 ? 0 : 1 + Math.log10(point.falseAcceptRate()) / decades;
            double up = (point.trueAcceptRate() - floor) / (1 - floor);
            path.append(path.isEmpty() ? "M" : " L")
                    .append(Plot.number(Plot.x(across)))
                    .append(' ')
                    .append(Plot.number(Plot.y(up)));
        }
        return path.toString();
    }

    private static List<Tick> rates(int decades) {
        return IntStream.rangeClosed(0, decades)
                .mapToObj(i -> new Tick(Plot.x((double) i / decades), i == decades ? "1" : "1e-" + (decades - i)))
                .toList();
    }

    private static List<Tick> shares(double floor) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            String label = String.format(Locale.ROOT, "%.0f %%", 100 * (floor + share * (1 - floor)));
            ticks.add(new Tick(Plot.y(share), label));
        }
        return List.copyOf(ticks);
    }
}
