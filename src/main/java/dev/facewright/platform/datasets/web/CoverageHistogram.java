package dev.facewright.platform.datasets.web;

import dev.facewright.platform.datasets.DatasetContents.CoverageBand;
import dev.facewright.platform.kernel.web.Chart;
import dev.facewright.platform.kernel.web.Chart.Axis;
import dev.facewright.platform.kernel.web.Chart.Kind;
import dev.facewright.platform.kernel.web.Chart.Point;
import java.util.List;
import java.util.stream.IntStream;

/// How many subjects have how many images: ranges that double, since a few have many.
final class CoverageHistogram {
    private static final int[] LOWER = {1, 2, 3, 5, 9, 17, 33, 65, 129};

    private CoverageHistogram() {}

    static Chart of(List<CoverageBand> bands) {
        int[] counts = new int[LOWER.length];
        bands.forEach(each -> counts[bucket(each.images())] += each.subjects());
        List<Point> bars = IntStream.range(0, LOWER.length)
                .mapToObj(i -> Point.named(label(i), (double) counts[i]))
                .toList();
        return Chart.of(Kind.BARS, Axis.of("datasets.images"), Axis.of("datasets.subjects"), bars);
    }

    private static int bucket(int images) {
        int bucket = 0;
        while (bucket + 1 < LOWER.length && images >= LOWER[bucket + 1]) {
            bucket++;
        }
        return bucket;
    }

    private static String label(int bucket) {
        if (bucket + 1 == LOWER.length) {
            return LOWER[bucket] + "+";
        }
        int upper = LOWER[bucket + 1] - 1;
        return upper == LOWER[bucket] ? String.valueOf(upper) : LOWER[bucket] + "–" + upper;
    }
}
