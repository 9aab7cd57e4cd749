package dev.facewright.ml.compress.pass;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.NetworkCost;
import java.util.SequencedMap;

/// What a pass did to a model.
///
/// @param pass  its name
/// @param counts  how often it did what, such as `folded` 51 and `left` 1; a pass that found nothing to do has none
public record PassReport(String pass, SequencedMap<String, Integer> counts, NetworkCost before, NetworkCost after) {
    static PassReport of(String pass, Tally tally, FaceModel before, FaceModel after) {
        return new PassReport(
                pass,
                tally.counts(),
                NetworkCost.of(before.network(), before.weights()),
                NetworkCost.of(after.network(), after.weights()));
    }
}
