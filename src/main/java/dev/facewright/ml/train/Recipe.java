package dev.facewright.ml.train;

import dev.facewright.ml.data.Augmentation;
import java.util.List;

/// Everything that decides a training run besides its crops.
///
/// @param backbone  one of `Backbones.names()`; plays no part when a run starts from a model
/// @param widthFactor  multiplies the backbone's channels; plays no part when a run starts from a model
/// @param embeddingDimensions  of the embedding; plays no part when a run starts from a model
/// @param head  one of `Heads.names()`
/// @param scale  what the head multiplies cosines with
/// @param marginRadians  the head's angular margin
/// @param epochs  passes over the crops
/// @param batchSize  crops a step
/// @param schedule  the learning rate over the run
/// @param momentum  Nesterov's, in [0, 1)
/// @param weightDecay  of convolution, linear and head weights; norms, biases and PReLU slopes have none
/// @param gradientClipNorm  the gradient's global norm is held at this; 0 for no limit
/// @param augmentation  how crops may change each time they are shown
/// @param checkpointEverySteps  besides the end of each epoch; 0 for only there
/// @param seed  of weights, order and augmentation
public record Recipe(
        String backbone,
        double widthFactor,
        int embeddingDimensions,
        String head,
        double scale,
        double marginRadians,
        int epochs,
        int batchSize,
        Schedule schedule,
        double momentum,
        double weightDecay,
        double gradientClipNorm,
        Augmentation augmentation,
        int checkpointEverySteps,
        long seed) {

    /// MobileFaceNet and ArcFace with their papers' values, the learning rate scaled from a batch of 512 to one
    /// of 64.
    public static Recipe defaults() {
        return new Recipe(
                "mobilefacenet",
                1,
                128,
                "arcface",
                64,
                0.5,
                20,
                64,
                new Schedule(Schedule.Kind.COSINE, 0.0125, 1e-5, 100),
                0.9,
                5e-4,
                5,
                Augmentation.defaults(),
                200,
                1);
    }

    /// What is wrong with it, field by field; empty when nothing is.
    public List<RecipeProblem> problems() {
        return RecipeChecks.of(this);
    }
}
