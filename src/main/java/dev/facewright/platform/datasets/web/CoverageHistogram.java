package dev.facewright.platform.datasets.web;

import dev.facewright.platform.datasets.CoverageBand;
import java.util.ArrayList;
import java.util.List;

/// How many subjects have how many images, as bars of an SVG 480 by 120.
///
/// @param bars  empty if there is nobody
record CoverageHistogram(List<Bar> bars) {
    private static final int WIDTH = 480;
    private static final int BASE = 96;
    private static final int TALLEST = 78;
    private static final int GAP = 4;
    private static final int[] LOWER = {1, 2, 3, 5, 9, 17, 33, 65, 129};

    /// @param label  the range of images: `5–8`
    /// @param subjects  who have that many
    record Bar(String label, int subjects, int x, int y, int width, int height) {
        public int middle() {
            return x + width / 2;
        }
    }

    static CoverageHistogram of(List<CoverageBand> bands) {
        int[] counts = new int[LOWER.length];
        bands.forEach(each -> counts[bucket(each.images())] += each.subjects());
        int most = 0;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        List<Bar> drawn = new ArrayList<>();
        int step = WIDTH / LOWER.length;
        for (int i = 0; most > 0 && i < LOWER.length; i++) {
            int height = (int) Math.ceil((double) TALLEST * counts[i] / most);
            drawn.add(new Bar(label(i), counts[i], i * step + GAP / 2, BASE - height, step - GAP, height));
        }
        return new CoverageHistogram(List.copyOf(drawn));
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
