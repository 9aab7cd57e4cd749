package dev.facewright.platform.evaluation.web;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.evaluation.EvaluationOptions;
import dev.facewright.platform.models.ModelVersionId;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param flipSum  left out: on
/// @param falseAcceptRates  left out: 0.01 and 0.001
record StartEvaluation(
        @NotNull ModelVersionId model,
        @NotNull BenchmarkId benchmark,
        @Nullable Boolean flipSum,
        @Nullable List<@NotNull Double> falseAcceptRates) {
    EvaluationOptions options() {
        EvaluationOptions defaults = EvaluationOptions.DEFAULT;
        return new EvaluationOptions(
                flipSum == null ? defaults.flipSum() : flipSum,
                falseAcceptRates == null ? defaults.falseAcceptRates() : falseAcceptRates);
    }
}
