package dev.facewright.ml.torch.objective;

import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.head.Head.LengthStatistics;
import dev.facewright.ml.head.Head.Similarity;
import dev.facewright.ml.torch.text.Learnt;
import dev.facewright.ml.torch.text.StateList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;

/// What a head learns and keeps: its tensors by name, each name starting with `head:`.
public final class HeadTensors {
    /// float32 `[identities · subCentres, dimensions]`, an identity's own one after another
    public static final String CENTRES = Learnt.OBJECTIVE + "centres";

    /// float32 `[identities]`, of a linear head
    static final String BIAS = Learnt.OBJECTIVE + "bias";

    /// float32 `[1]`
    static final String MEAN_LENGTH = Learnt.OBJECTIVE + "meanLength";

    /// float32 `[1]`
    static final String LENGTH_DEVIATION = Learnt.OBJECTIVE + "lengthDeviation";

    static final String STATISTICS = "lengths";
    private static final double CENTRE_DEVIATION = 0.01;

    private HeadTensors() {}

    /// What gradients move besides the centres, and nothing decays.
    static List<String> biases(Head head) {
        return head.similarity() == Similarity.LINEAR ? List.of(BIAS) : List.of();
    }

    /// What steps change without a gradient.
    static List<StateList> lists(Head head) {
        return head.lengths().isEmpty()
                ? List.of()
                : List.of(new StateList(STATISTICS, List.of(MEAN_LENGTH, LENGTH_DEVIATION)));
    }

    /// One row of these belongs to one class, or to one centre of a class.
    static boolean byClass(String tensor) {
        return tensor.endsWith(CENTRES) || tensor.endsWith(BIAS);
    }

    /// What is kept before the first step: seeded centres.
    static Weights fresh(Head head, int dimensions, long seed) {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(CENTRES, Gaussian.tensor(CENTRE_DEVIATION, new Random(seed), rows(head), dimensions));
        biases(head).forEach(bias -> tensors.put(bias, Tensor.filled(0, head.identities())));
        head.lengths().ifPresent(lengths -> put(tensors, lengths));
        return new Weights(tensors);
    }

    private static void put(SequencedMap<String, Tensor> tensors, LengthStatistics lengths) {
        tensors.put(MEAN_LENGTH, Tensor.vector((float) lengths.firstMean()));
        tensors.put(LENGTH_DEVIATION, Tensor.vector((float) lengths.firstDeviation()));
    }

    /// What each tensor must look like, by name.
    static SequencedMap<String, int[]> shapes(Head head, int dimensions) {
        SequencedMap<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put(CENTRES, new int[] {rows(head), dimensions});
        biases(head).forEach(bias -> shapes.put(bias, new int[] {head.identities()}));
        lists(head).forEach(list -> list.tensors().forEach(name -> shapes.put(name, new int[] {1})));
        return shapes;
    }

    private static int rows(Head head) {
        return Math.multiplyExact(head.identities(), head.subCentres());
    }
}
