package dev.facewright.ml.torch.objective;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.SimClr;
import dev.facewright.ml.torch.objective.ObjectiveScript.Outcome;
import dev.facewright.ml.torch.text.Script;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// NT-Xent over a batch whose first half are all first views and whose second half are all second ones.
///
/// @param network  backbone and projector
record SimClrScript(SimClr objective, Network network) implements ObjectiveScript {
    // Below any cosine over any temperature in use: a view is not to be found by itself.
    private static final double NEVER = -1e9;

    @Override
    public Weights fresh(FaceModel backbone, long seed) {
        return new Weights(Projector.fresh(backbone, objective.projectorDimensions(), new Random(seed)));
    }

    @Override
    public SequencedMap<String, int[]> shapes(FaceModel backbone) {
        return Projector.shapes(backbone, objective.projectorDimensions());
    }

    /// The place of each view's other view.
    @Override
    public List<long[]> targets(long[] labels, long globalStep) {
        int images = labels.length;
        long[] partners = new long[2 * images];
        for (int i = 0; i < partners.length; i++) {
            partners[i] = i < images ? i + (long) images : i - (long) images;
        }
        return List.of(partners);
    }

    @Override
    public Outcome write(Script script, UnaryOperator<String> tensor, String output) {
        String views = HeadScript.unit(script, output);
        String cosines = "torch.matmul(" + views + ", torch.t(" + views + "))";
        String logits = script.let("torch.div(" + cosines + ", " + Script.number(objective.temperature()) + ")");
        // In place: neither the division nor the loss needs what was on the diagonal.
        script.line("torch.fill_diagonal_(" + logits + ", " + Script.number(NEVER) + ")");
        String loss = script.let("torch.cross_entropy_loss(" + logits + ", labels)");
        String found = script.let("torch.eq(torch.argmax(torch.detach(" + logits + "), 1), labels)");
        return new Outcome(loss, script.let("torch.sum(torch.chunk(" + found + ", 2)[0])"));
    }
}
