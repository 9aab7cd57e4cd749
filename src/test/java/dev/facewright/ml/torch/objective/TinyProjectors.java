package dev.facewright.ml.torch.objective;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.Contrastive;
import dev.facewright.ml.torch.TinyNetworks;
import dev.facewright.ml.torch.TrainingState;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Contrastive states that can be worked out by hand, and networks with their projector.
final class TinyProjectors {
    static final OptimiserSettings PLAIN = new OptimiserSettings(0, 0, 0);

    private TinyProjectors() {}

    /// Lets the first pixels through as they are, as long as none is negative: the vectors compared are those
    /// pixels.
    static TrainingState passingFirstPixels(Contrastive objective) {
        FaceModel bare = TinyNetworks.withoutWeights();
        TrainingState fresh = TrainingState.fresh(bare, objective, PLAIN, 1);
        SequencedMap<String, Tensor> head = new LinkedHashMap<>(fresh.head().tensors());
        head.replaceAll((name, tensor) -> name.endsWith(".weight") ? identity(tensor.shape()) : tensor);
        return new TrainingState(fresh.network(), new Weights(head), fresh.optimiser());
    }

    /// Images whose first two pixels are given, all others dark.
    static double[][] images(double[]... firstPixels) {
        double[][] images = new double[firstPixels.length][TinyNetworks.PIXELS];
        for (int i = 0; i < images.length; i++) {
            System.arraycopy(firstPixels[i], 0, images[i], 0, firstPixels[i].length);
        }
        return images;
    }

    /// Backbone and projector with their weights as they stand in a state.
    static FaceModel learner(FaceModel backbone, TrainingState state) {
        return new FaceModel(Projector.onto(backbone.network()), state.tensors(), backbone.preprocessing());
    }

    static double[] unit(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        double[] unit = new double[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = vector[i] / length;
        }
        return unit;
    }

    static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static Tensor identity(int[] shape) {
        Tensor tensor = Tensor.filled(0, shape);
        for (int i = 0; i < Math.min(shape[0], shape[1]); i++) {
            tensor.floats()[i * shape[1] + i] = 1;
        }
        return tensor;
    }
}
