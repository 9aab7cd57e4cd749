package dev.facewright.platform.training;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The file is not a face network that can be read; the argument says what stands in the way.
public class ModelFileRefused extends DomainException {
    private static final int LONGEST = 500;

    public ModelFileRefused(String problem) {
        super(
                ProblemKind.UNPROCESSABLE,
                "model-file-refused",
                problem.length() > LONGEST ? problem.substring(0, LONGEST) + "..." : problem);
    }
}
