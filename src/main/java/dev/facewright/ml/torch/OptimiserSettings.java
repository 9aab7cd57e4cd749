package dev.facewright.ml.torch;

/// Stochastic gradient descent with Nesterov's momentum.
/// Sutskever et al., ICML 2013, section 2, in the form that PyTorch uses.
///
/// @param momentum  in [0, 1); 0 for none
/// @param weightDecay  of convolution, linear and head weights, at least 0; nothing else decays
/// @param gradientClipNorm  most that the gradient's global norm may be; 0 for no limit
public record OptimiserSettings(double momentum, double weightDecay, double gradientClipNorm) {
    public OptimiserSettings {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("Momentum must be in [0, 1), was " + momentum);
        }
        if (!(weightDecay >= 0 && gradientClipNorm >= 0)) {
            throw new IllegalArgumentException(
                    "Weight decay and clip norm cannot be negative, were " + weightDecay + " and " + gradientClipNorm);
        }
    }
}
