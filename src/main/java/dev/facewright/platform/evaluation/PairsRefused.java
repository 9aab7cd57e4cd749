package dev.facewright.platform.evaluation;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The pairs file does not follow the LFW format; the reason names the line.
public class PairsRefused extends DomainException {
    PairsRefused(String reason) {
        super(ProblemKind.UNPROCESSABLE, "benchmark-pairs-refused", reason);
    }
}
