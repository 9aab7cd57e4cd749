package dev.facewright.platform.training;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import dev.facewright.platform.kernel.Words;
import java.util.List;

/// The file is not a face network that can be read; the argument says what stands in the way.
public class ModelFileRefused extends DomainException {
    private static final int LONGEST = 500;

    /// @param rule  ends the key of its text: `training.onnx.<rule>`
    /// @param arguments  of the rule
    ModelFileRefused(String rule, List<String> arguments, String problem) {
        super(
                ProblemKind.UNPROCESSABLE,
                "model-file-refused",
                new Words(
                        "training.onnx." + rule,
                        arguments,
                        problem.length() > LONGEST ? problem.substring(0, LONGEST) + "..." : problem));
    }
}
