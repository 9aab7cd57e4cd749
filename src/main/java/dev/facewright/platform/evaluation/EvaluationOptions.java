package dev.facewright.platform.evaluation;

import dev.facewright.platform.evaluation.EvaluationProblem.FalseAcceptRatesRefused;
import java.util.List;

/// How a model is scored on a benchmark.
///
/// @param flipSum  add the embedding of the mirrored crop to that of the crop before comparing
/// @param falseAcceptRates  the rates at which the true accept rate is asked for, each in (0, 1)
public record EvaluationOptions(boolean flipSum, List<Double> falseAcceptRates) {
    public static final int MOST_RATES = 10;
    public static final EvaluationOptions DEFAULT = new EvaluationOptions(true, List.of(1e-2, 1e-3));

    /// @throws FalseAcceptRatesRefused if there are none, too many, or one outside (0, 1)
    public EvaluationOptions {
        falseAcceptRates = falseAcceptRates.stream().distinct().toList();
        if (falseAcceptRates.isEmpty()
                || falseAcceptRates.size() > MOST_RATES
                || !falseAcceptRates.stream().allMatch(rate -> rate > 0 && rate < 1)) {
            throw new FalseAcceptRatesRefused(MOST_RATES);
        }
    }
}
