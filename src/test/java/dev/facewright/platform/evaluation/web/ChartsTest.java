package dev.facewright.platform.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.evaluation.Verification.CurvePoint;
import dev.facewright.platform.evaluation.Verification.Histogram;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartsTest {
    @Test
    void theRocGoesFromTheLowestRateThatCanBeToldToOne() {
        RocChart chart =
                RocChart.of(List.of(new CurvePoint(0, 0.5), new CurvePoint(0.01, 0.75), new CurvePoint(1, 1)), 1000);

        assertThat(chart.rates()).extracting(Plot.Tick::label).containsExactly("1e-3", "1e-2", "1e-1", "1");
        assertThat(chart.shares())
                .extracting(Plot.Tick::label)
                .startsWith("50 %")
                .endsWith("100 %");
        // 1e-2 is a third of the way; 75 % is half-way between 50 % and 100 %
        assertThat(chart.path()).isEqualTo("M52.0 276.0 L242.7 144.0 L624.0 12.0");
    }

    @Test
    void aGoodModelIsShownInTheTopTenth() {
        RocChart chart = RocChart.of(List.of(new CurvePoint(0, 0.99), new CurvePoint(1, 1)), 3000);

        assertThat(chart.shares().getFirst().label()).isEqualTo("90 %");
        assertThat(chart.path()).startsWith("M52.0 38.4");
    }

    @Test
    void eachKindOfPairIsDrawnAsAShareOfItsOwn() {
        ScoreChart chart = ScoreChart.of(new Histogram(List.of(0, 0, 0, 10), List.of(1000, 1000, 0, 0)), 0.5);

        assertThat(chart.genuine()).containsExactly(new ScoreChart.Bar("481.0", "12.0", "143.0", "264.0"));
        assertThat(chart.impostor())
                .hasSize(2)
                .first()
                .isEqualTo(new ScoreChart.Bar("52.0", "144.0", "143.0", "132.0"));
        assertThat(chart.threshold()).isEqualTo(481.0);
    }

    @Test
    void ratesAreWrittenAsThePapersDo() {
        assertThat(ReportPage.text(0.001)).isEqualTo("1e-3");
        assertThat(ReportPage.text(0.1)).isEqualTo("1e-1");
        assertThat(ReportPage.text(0.025)).isEqualTo("0.025");
        assertThat(ReportPage.text(1e-6)).isEqualTo("1e-6");
    }
}
