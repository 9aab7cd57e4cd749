package dev.facewright.ml.torch.objective;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.CentreSampling;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.torch.objective.ObjectiveScript.Outcome;
import dev.facewright.ml.torch.text.Script;
import dev.facewright.ml.torch.text.StateList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// A head on labelled images.
record SupervisedScript(Head head, Network network) implements ObjectiveScript {
    @Override
    public List<String> decayed() {
        return List.of(HeadTensors.CENTRES);
    }

    @Override
    public List<String> biases() {
        return HeadTensors.biases(head);
    }

    @Override
    public List<StateList> lists(List<String> parameters, List<String> statistics) {
        return HeadTensors.lists(head);
    }

    @Override
    public Weights fresh(FaceModel backbone, long seed) {
        return HeadTensors.fresh(head, Shapes.embeddingDimensions(backbone), seed);
    }

    @Override
    public SequencedMap<String, int[]> shapes(FaceModel backbone) {
        return HeadTensors.shapes(head, Shapes.embeddingDimensions(backbone));
    }

    @Override
    public boolean drawsByStep() {
        return head.sampling().isPresent();
    }

    /// The labels, as places among the step's classes; then these, if they are not all there are.
    @Override
    public List<long[]> targets(long[] labels, long globalStep) {
        for (long label : labels) {
            if (label < 0 || label >= head.identities()) {
                throw new IllegalArgumentException("Label " + label + " is not in [0, " + head.identities() + ")");
            }
        }
        if (head.sampling().isEmpty()) {
            return List.of(labels);
        }
        long[] classes = head.sampling().get().classes(labels, globalStep);
        return List.of(CentreSampling.places(labels, classes), classes);
    }

    @Override
    public List<String> arguments() {
        return drawsByStep() ? List.of("labels", SampledCentres.ARGUMENT) : List.of("labels");
    }

    @Override
    public void begin(Script script, List<StateList> lists) {
        if (drawsByStep()) {
            new SampledCentres(script, lists, head).take();
        }
    }

    @Override
    public Outcome write(Script script, UnaryOperator<String> tensor, String output) {
        return new HeadScript(script, tensor).write(head, output, "labels");
    }

    @Override
    public void settle(Script script, List<StateList> lists) {
        if (drawsByStep()) {
            new SampledCentres(script, lists, head).putBack();
        }
    }
}
