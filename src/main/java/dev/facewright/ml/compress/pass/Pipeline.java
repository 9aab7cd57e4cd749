package dev.facewright.ml.compress.pass;

import dev.facewright.ml.compress.pass.Pass.Rewritten;
import dev.facewright.ml.graph.FaceModel;
import java.util.ArrayList;
import java.util.List;

/// Passes in the order in which they run.
public record Pipeline(List<Pass> passes) {
    public Pipeline {
        passes = List.copyOf(passes);
    }

    public static Pipeline of(Pass... passes) {
        return new Pipeline(List.of(passes));
    }

    /// @return the model that the last pass gave, with the reports of all
    public Rewritten apply(FaceModel model) {
        FaceModel current = model;
        List<PassReport> reports = new ArrayList<>();
        for (Pass pass : passes) {
            Rewritten step = pass.apply(current);
            current = step.model();
            reports.addAll(step.reports());
        }
        return new Rewritten(current, reports);
    }
}
