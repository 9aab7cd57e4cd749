package dev.facewright.ml.torch.objective;

import dev.facewright.ml.graph.Tensor;
import java.util.Random;

/// Tensors of zero-mean Gaussian numbers, the same bits for the same seed everywhere.
final class Gaussian {
    private Gaussian() {}

    static Tensor tensor(double deviation, Random random, int... shape) {
        Tensor tensor = Tensor.filled(0, shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.floats()[i] = (float) (random.nextGaussian() * deviation);
        }
        return tensor;
    }
}
