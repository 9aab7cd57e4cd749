package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import dev.facewright.platform.kernel.Words;
import java.util.List;

/// The pairs file does not follow the LFW format; the reason names the line.
public class PairsRefused extends DomainException {
    /// @param rule  ends the key of its text: `benchmark.pairs-rule.<rule>`
    /// @param arguments  of the rule
    PairsRefused(String rule, List<String> arguments, String reason) {
        super(
                ProblemKind.UNPROCESSABLE,
                "benchmark-pairs-refused",
                new Words("benchmark.pairs-rule." + rule, arguments, reason));
    }
}
