package dev.facewright.platform.evaluation;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// False accept rates are fractions above 0 and below 1, a handful of them.
public class FalseAcceptRatesRefused extends DomainException {
    FalseAcceptRatesRefused(int most) {
        super(ProblemKind.INVALID, "false-accept-rates-refused", most);
    }
}
