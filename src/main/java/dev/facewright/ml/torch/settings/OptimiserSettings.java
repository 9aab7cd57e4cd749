package dev.facewright.ml.torch.settings;

/// How a gradient becomes an update.
///
/// @param rule  the direction of a step
/// @param weightDecay  of convolution, linear and head weights, at least 0; nothing else decays
/// @param gradientClipNorm  most that the gradient's global norm may be; 0 for no limit
/// @param accumulationSteps  parts into which a batch is cut, one after the other; the update is that of the mean
///     over the whole batch, BatchNorm sees one part at a time
/// @param averageDecay  of the moving average of the weights, in [0, 1); 0 for none
public record OptimiserSettings(
        Rule rule, double weightDecay, double gradientClipNorm, int accumulationSteps, double averageDecay) {
    /// Where a step goes to.
    public sealed interface Rule {
        /// Stochastic gradient descent with Nesterov's momentum; decay is part of the gradient.
        /// Sutskever et al., ICML 2013, section 2, in the form that PyTorch uses.
        ///
        /// @param momentum  in [0, 1); 0 for none
        record Sgd(double momentum) implements Rule {
            public Sgd {
                share("Momentum", momentum);
            }
        }

        /// Steps of about one learning rate in each weight, whatever its gradient's size; decay goes around them.
        /// Loshchilov and Hutter, *Decoupled weight decay regularization*, ICLR 2019, algorithm 2,
        /// <https://arxiv.org/abs/1711.05101>, in the form that PyTorch uses: decay times the learning rate.
        ///
        /// @param beta1  of the mean gradient, in [0, 1)
        /// @param beta2  of the mean square, in [0, 1)
        /// @param epsilon  added to the root of the mean square, above 0
        record AdamW(double beta1, double beta2, double epsilon) implements Rule {
            public AdamW {
                share("Beta 1", beta1);
                share("Beta 2", beta2);
                if (!(epsilon > 0)) {
                    throw new IllegalArgumentException("Epsilon must be above 0, was " + epsilon);
                }
            }
        }
    }

    public OptimiserSettings {
        if (!(weightDecay >= 0 && gradientClipNorm >= 0)) {
            throw new IllegalArgumentException(
                    "Weight decay and clip norm cannot be negative, were " + weightDecay + " and " + gradientClipNorm);
        }
        if (accumulationSteps < 1) {
            throw new IllegalArgumentException("A batch cannot be cut into " + accumulationSteps + " parts");
        }
        share("The average's decay", averageDecay);
    }

    /// Descent with momentum, a whole batch at once, and no average.
    public OptimiserSettings(double momentum, double weightDecay, double gradientClipNorm) {
        this(new Rule.Sgd(momentum), weightDecay, gradientClipNorm, 1, 0);
    }

    private static void share(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(what + " must be in [0, 1), was " + value);
        }
    }
}
