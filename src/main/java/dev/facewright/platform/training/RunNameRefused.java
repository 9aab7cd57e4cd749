package dev.facewright.platform.training;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// A run or an imported model needs a name that a list can show.
public class RunNameRefused extends DomainException {
    static final int LONGEST = 100;

    public RunNameRefused() {
        super(ProblemKind.UNPROCESSABLE, "run-name-refused", LONGEST);
    }
}
