package dev.facewright.platform.datasets.archive;

import java.io.IOException;

/// An entry's content is not read.
public final class EntryRefused extends IOException {
    private final EntryProblem problem;

    EntryRefused(EntryProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public EntryProblem problem() {
        return problem;
    }
}
