package dev.facewright.ml.train;

import java.util.List;

/// How the learning rate goes over a run: a linear warm-up, then one of three courses.
///
/// @param kind  the course after the warm-up
/// @param learningRate  at the end of the warm-up; above 0
/// @param finalLearningRate  what the course ends at, and never goes below; in [0, learningRate]
/// @param warmupSteps  steps in which the rate rises evenly from nearly 0; 0 for none
public record Schedule(Kind kind, double learningRate, double finalLearningRate, int warmupSteps) {
    public enum Kind {
        /// Half a cosine wave down to the final rate. Loshchilov and Hutter, 2017,
        /// <https://arxiv.org/abs/1608.03983>.
        COSINE,
        /// A tenth after 62.5 % of all steps and a hundredth after 87.5 %: 20,000 and 28,000 of 32,000 steps, as
        /// in Deng et al., *ArcFace*, CVPR 2019, section 3.1.
        STEP,
        /// The same to the end; the final rate plays no part.
        CONSTANT
    }

    private static final double FIRST_DROP = 0.625;
    private static final double SECOND_DROP = 0.875;

    /// The rate of one step.
    ///
    /// @param globalStep  from 0, counted over all epochs
    /// @param totalSteps  of the whole run; above 0
    public double learningRateAt(long globalStep, long totalSteps) {
        if (globalStep < 0 || totalSteps <= 0) {
            throw new IllegalArgumentException("No step " + globalStep + " of " + totalSteps);
        }
        if (globalStep < warmupSteps) {
            return learningRate * (globalStep + 1) / warmupSteps;
        }
        return switch (kind) {
            case COSINE -> cosine(globalStep, totalSteps);
            case STEP -> Math.max(finalLearningRate, learningRate * drop((double) globalStep / totalSteps));
            case CONSTANT -> learningRate;
        };
    }

    List<RecipeProblem> problems() {
        FieldChecks checks = new FieldChecks();
        checks.range("learningRate", learningRate, 1e-9, 10, "0.1 is usual at a batch of 512");
        checks.range(
                "finalLearningRate",
                finalLearningRate,
                0,
                Math.max(0, learningRate),
                "it cannot be above the learning rate");
        checks.range("warmupSteps", warmupSteps, 0, 1_000_000, "it is counted in steps, not epochs");
        return checks.problems();
    }

    private double cosine(long globalStep, long totalSteps) {
        double course = Math.max(1, totalSteps - warmupSteps);
        double done = Math.min(1, (globalStep - warmupSteps) / course);
        return finalLearningRate + (learningRate - finalLearningRate) * (1 + StrictMath.cos(Math.PI * done)) / 2;
    }

    private static double drop(double done) {
        if (done < FIRST_DROP) {
            return 1;
        }
        return done < SECOND_DROP ? 0.1 : 0.01;
    }
}
