package dev.facewright.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A chart of a few curves as SVG, readable on a light and on a dark page.
final class LineChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 60;
    private static final int RIGHT = 590;
    private static final int TOP = 40;
    private static final int BOTTOM = 350;
    // Okabe and Ito's colours, which colour-blind readers tell apart.
    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7");

    private final double low;
    private final double high;
    private final int count;
    private final StringBuilder svg = new StringBuilder();

    private LineChart(Map<String, double[]> curves) {
        low = Math.floor(curves.values().stream().flatMapToDouble(Arrays::stream).min().orElse(0) * 20) * 5;
        high = Math.ceil(curves.values().stream().flatMapToDouble(Arrays::stream).max().orElse(1) * 20) * 5;
        count = curves.values().stream().mapToInt(curve -> curve.length).max().orElse(1);
    }

    /// @param curves  shares by name, one value each from place 1 on; drawn in per cent
    static String svg(String title, String across, String up, Map<String, double[]> curves) {
        LineChart chart = new LineChart(curves);
        chart.frame(title, across, up);
        int place = 0;
        for (var curve : curves.entrySet()) {
            chart.curve(curve.getKey(), curve.getValue(), COLOURS.get(place % COLOURS.size()), place);
            place++;
        }
        return chart.svg.append("</svg>\n").toString();
    }

    private void frame(String title, String across, String up) {
        line("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='13'>",
                WIDTH, HEIGHT);
        line("<rect width='%d' height='%d' fill='#fff'/>", WIDTH, HEIGHT);
        text(LEFT, 24, "start", title);
        text((LEFT + RIGHT) / 2, HEIGHT - 12, "middle", across);
        line("<text x='16' y='%d' text-anchor='middle' transform='rotate(-90 16 %d)'>%s</text>",
                (TOP + BOTTOM) / 2, (TOP + BOTTOM) / 2, up);
        for (double level = low; level <= high; level += 5) {
            line("<path d='M%d %.1fH%d' stroke='#ccc'/>", LEFT, y(level), RIGHT);
            text(LEFT - 8, (int) y(level) + 4, "end", String.format(Locale.ROOT, "%.0f", level));
        }
        int stride = Math.max(1, count / 8);
        for (int i = stride; i <= count; i += stride) {
            text((int) x(i), BOTTOM + 18, "middle", Integer.toString(i));
        }
    }

    private void curve(String name, double[] values, String colour, int place) {
        String points = IntStream.range(0, values.length)
                .mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f", x(i + 1), y(values[i] * 100)))
                .collect(Collectors.joining(" "));
        line("<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>", points, colour);
        int height = TOP + 12 + 22 * place;
        line("<path d='M%d %dh24' stroke='%s' stroke-width='2'/>", RIGHT + 16, height, colour);
        text(RIGHT + 46, height + 4, "start", name);
    }

    private double x(int place) {
        return LEFT + (RIGHT - LEFT) * (place - 0.5) / count;
    }

    private double y(double percent) {
        return BOTTOM - (BOTTOM - TOP) * (percent - low) / (high - low);
    }

    private void text(int x, int y, String anchor, String words) {
        line("<text x='%d' y='%d' text-anchor='%s'>%s</text>", x, y, anchor, words);
    }

    private void line(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
