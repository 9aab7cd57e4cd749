package dev.facewright.platform.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.kernel.web.Chart.Axis;
import dev.facewright.platform.kernel.web.Chart.Kind;
import dev.facewright.platform.kernel.web.Chart.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
    @Test
    void numbersAreWrittenSoThatAScriptReadsThemBack() {
        assertThat(Point.of(0.1 + 0.2, 1e-5, 123456789.0, Double.NaN))
                .isEqualTo(new Point("0.3", List.of("0.00001", "123457000", "")));
    }

    @Test
    void theTableHasAColumnForWhereAndOneForEachSeries() {
        Chart chart = Chart.of(
                Kind.BARS, Axis.of("datasets.images"), Axis.of("datasets.subjects"), List.of(Point.named("5–8", 3.0)));

        assertThat(chart.columns()).containsExactly("datasets.images", "datasets.subjects right");
        assertThat(chart.points()).containsExactly(new Point("5–8", List.of("3")));
        assertThat(chart.with(List.of("a", "b")).columns()).containsExactly("datasets.images", "a right", "b right");
    }
}
