package dev.facewright.platform.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.evaluation.Verification.CurvePoint;
import dev.facewright.platform.evaluation.Verification.Histogram;
import dev.facewright.platform.kernel.web.Chart;
import dev.facewright.platform.kernel.web.Chart.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportChartsTest {
    @Test
    void theRocGoesFromTheLowestRateThatCanBeToldToOne() {
        Chart chart = ReportCharts.roc(
                List.of(new CurvePoint(0, 0.5), new CurvePoint(0.01, 0.75), new CurvePoint(1, 1)), 1000);

        assertThat(chart.across().scale()).isEqualTo(Chart.Scale.LOG);
        assertThat(chart.across().least()).isEqualTo(0.001);
        assertThat(chart.across().most()).isEqualTo(1.0);
        assertThat(chart.up().least()).isEqualTo(0.5);
        assertThat(chart.points())
                .containsExactly(
                        new Point("0", List.of("0.5")),
                        new Point("0.01", List.of("0.75")),
                        new Point("1", List.of("1")));
    }

    @Test
    void aGoodModelIsShownInTheTopTenth() {
        Chart chart = ReportCharts.roc(List.of(new CurvePoint(0, 0.99), new CurvePoint(1, 1)), 3000);

        assertThat(chart.up().least()).isEqualTo(0.9);
        assertThat(chart.across().least()).isEqualTo(0.0001);
    }

    @Test
    void eachKindOfPairIsAShareOfItsOwn() {
        Chart chart = ReportCharts.scores(new Histogram(List.of(0, 0, 0, 10), List.of(1000, 1000, 0, 0)), 0.5);

        assertThat(chart.columns())
                .containsExactly("evaluation.report.cosine", "benchmark.genuine right", "benchmark.impostor right");
        assertThat(chart.points())
                .containsExactly(
                        new Point("-1", List.of("0", "0.5")),
                        new Point("-0.5", List.of("0", "0.5")),
                        new Point("0", List.of("0", "0")),
                        new Point("0.5", List.of("1", "0")));
        assertThat(chart.marks()).containsExactly(new Chart.Mark("evaluation.report.mean-threshold", 0.5));
    }

    @Test
    void ratesAreWrittenAsThePapersDo() {
        assertThat(ReportPage.text(0.001)).isEqualTo("1e-3");
        assertThat(ReportPage.text(0.1)).isEqualTo("1e-1");
        assertThat(ReportPage.text(0.025)).isEqualTo("0.025");
        assertThat(ReportPage.text(1e-6)).isEqualTo("1e-6");
    }
}
