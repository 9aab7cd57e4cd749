package dev.facewright.ml.compress.pass;

import dev.facewright.ml.graph.FaceModel;
import java.util.List;

/// A rewriting of networks: a pure function from a model to a model, with a name and a report of what it did.
///
/// The model given stays as it is, the same model always gives the same one, and what a pass made it leaves alone when
/// it
/// meets it again. A pass says what becomes of the embeddings: the same up to rounding, or other ones, and by how much.
public interface Pass {
    /// Short and stable, such as `fold-batch-norm`.
    String name();

    /// @param graph  the model under change
    /// @param tally  counts what was done, and what was left
    void rewrite(GraphEdit graph, Tally tally);

    default Rewritten apply(FaceModel model) {
        GraphEdit graph = new GraphEdit(model);
        Tally tally = new Tally();
        rewrite(graph, tally);
        FaceModel result = graph.result();
        return new Rewritten(result, List.of(PassReport.of(name(), tally, model, result)));
    }

    /// What came of one or several passes.
    ///
    /// @param reports  of each pass, in the order in which they ran
    record Rewritten(FaceModel model, List<PassReport> reports) {
        public Rewritten {
            reports = List.copyOf(reports);
        }
    }
}
