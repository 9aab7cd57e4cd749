package dev.facewright.platform.evaluation.web;

import dev.facewright.platform.evaluation.Report;
import dev.facewright.platform.evaluation.Verification;
import dev.facewright.platform.evaluation.Verification.AcceptRate;
import dev.facewright.platform.evaluation.Verification.Fold;
import dev.facewright.platform.kernel.web.Chart;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report with what its page needs besides: charts, and how rates are written.
record ReportPage(Verification figures, List<RateRow> rates, Chart roc, Chart scores) {
    /// @param needed  how many impostor pairs the rate needs, at least
    record RateRow(
            String rate,
            @Nullable Double trueAcceptRate,
            @Nullable Double threshold,
            @Nullable Integer falseAccepts,
            boolean refused,
            long needed) {}

    static ReportPage of(Report report) {
        return switch (report) {
            case Verification verification -> of(verification);
        };
    }

    private static ReportPage of(Verification report) {
        double threshold =
                report.folds().stream().mapToDouble(Fold::threshold).average().orElse(0);
        return new ReportPage(
                report,
                report.acceptRates().stream().map(ReportPage::row).toList(),
                ReportCharts.roc(report.curve(), report.impostorPairs()),
                ReportCharts.scores(report.histogram(), threshold));
    }

    private static RateRow row(AcceptRate rate) {
        return new RateRow(
                text(rate.falseAcceptRate()),
                rate.trueAcceptRate(),
                rate.threshold(),
                rate.falseAccepts(),
                rate.refused(),
                (long) Math.ceil(1 / rate.falseAcceptRate()));
    }

    /// `1e-3` for 0.001, `0.02` for 0.02.
    static String text(double rate) {
        BigDecimal exact = BigDecimal.valueOf(rate).stripTrailingZeros();
        boolean powerOfTen = exact.unscaledValue().intValue() == 1 && exact.precision() == 1;
        return powerOfTen ? "1e-" + exact.scale() : exact.toPlainString();
    }
}
