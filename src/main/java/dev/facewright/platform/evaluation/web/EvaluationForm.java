package dev.facewright.platform.evaluation.web;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.evaluation.EvaluationOptions;
import dev.facewright.platform.models.ModelVersionId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a person fills in to score a model.
///
/// @param flipSum  a box that is not ticked is not sent
/// @param falseAcceptRates  numbers separated by commas or spaces
record EvaluationForm(
        @NotNull @Nullable ModelVersionId model,
        @NotNull @Nullable BenchmarkId benchmark,
        @Nullable Boolean flipSum,
        @NotBlank @Nullable String falseAcceptRates) {

    static EvaluationForm of(@Nullable ModelVersionId model) {
        EvaluationOptions defaults = EvaluationOptions.DEFAULT;
        return new EvaluationForm(model, null, defaults.flipSum(), text(defaults.falseAcceptRates()));
    }

    /// @throws NumberFormatException if a rate is no number
    /// @throws dev.facewright.platform.evaluation.EvaluationProblem.FalseAcceptRatesRefused
    ///     if a rate is out of range
    EvaluationOptions options() {
        List<Double> rates = Arrays.stream(
                        Objects.requireNonNull(falseAcceptRates).strip().split("[\\s,;，；]+"))
                .map(Double::valueOf)
                .toList();
        return new EvaluationOptions(Boolean.TRUE.equals(flipSum), rates);
    }

    private static String text(List<Double> rates) {
        return rates.stream().map(ReportPage::text).collect(Collectors.joining(", "));
    }
}
