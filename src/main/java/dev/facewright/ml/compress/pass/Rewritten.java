package dev.facewright.ml.compress.pass;

import dev.facewright.ml.graph.FaceModel;
import java.util.List;

/// What came of one or several passes.
///
/// @param reports  of each pass, in the order in which they ran
public record Rewritten(FaceModel model, List<PassReport> reports) {
    public Rewritten {
        reports = List.copyOf(reports);
    }
}
