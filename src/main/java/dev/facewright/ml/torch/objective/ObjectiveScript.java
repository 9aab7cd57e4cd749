package dev.facewright.ml.torch.objective;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.head.MoCo;
import dev.facewright.ml.head.Objective;
import dev.facewright.ml.head.SimClr;
import dev.facewright.ml.torch.text.Script;
import dev.facewright.ml.torch.text.StateList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// What an objective adds to a training step, and to the state that the step changes.
public interface ObjectiveScript {
    /// Variables of the mean loss and of the number of images that were told right.
    record Outcome(String loss, String hits) {}

    static ObjectiveScript of(Objective objective, Network backbone) {
        return switch (objective) {
            case Head head -> new SupervisedScript(head, backbone);
            case SimClr simClr -> new SimClrScript(simClr, Projector.onto(backbone));
            case MoCo moCo -> new MoCoScript(moCo, Projector.onto(backbone));
        };
    }

    /// The backbone, with a projector where the objective has one.
    Network network();

    /// What is learnt beside the network's parameters and decays as weights do.
    default List<String> decayed() {
        return List.of();
    }

    /// What is learnt beside the network's parameters and does not decay.
    default List<String> biases() {
        return List.of();
    }

    /// What steps change without a gradient, beside the norms' statistics.
    ///
    /// @param parameters  all that are learnt, in the order of the program's list
    /// @param statistics  the norms', in the order of the program's list
    default List<StateList> lists(List<String> parameters, List<String> statistics) {
        return List.of();
    }

    /// Everything that the objective learns or keeps, before the first step.
    Weights fresh(FaceModel backbone, long seed);

    /// What each of these must look like, by name.
    SequencedMap<String, int[]> shapes(FaceModel backbone);

    /// Whether `targets` depends on the step.
    default boolean drawsByStep() {
        return false;
    }

    /// What is passed as `arguments`, in this order; first what each row of logits is to point at.
    ///
    /// @param labels  of the images, one each
    /// @throws IllegalArgumentException if a label is out of range
    List<long[]> targets(long[] labels, long globalStep);

    /// Names of the int64 arguments that follow the images.
    default List<String> arguments() {
        return List.of("labels");
    }

    /// The expression of the images that the network sees.
    default String input() {
        return "images";
    }

    /// Written before gradients are recorded.
    ///
    /// @param lists  all of the program's
    default void begin(Script script, List<StateList> lists) {}

    /// @param tensor  from a tensor's name to the expression that reads it
    /// @param output  the network's, float32 `[batch, dimensions]`
    Outcome write(Script script, UnaryOperator<String> tensor, String output);

    /// Written after the update: what the gradient was made of may be overwritten from here on.
    ///
    /// @param lists  all of the program's
    default void settle(Script script, List<StateList> lists) {}
}
