package dev.facewright.ml.train;

import java.util.List;

/// How the learning rate goes over a run: a linear warm-up, then one of five courses.
///
/// @param kind  the course after the warm-up
/// @param learningRate  at the end of the warm-up; above 0
/// @param finalLearningRate  what the course ends at, and never goes below; in [0, learningRate]
/// @param warmupSteps  steps in which the rate rises evenly from nearly 0; 0 for none
/// @param restartEpochs  epochs of one cosine with restarts; of no other course, at least 1
/// @param power  of polynomial decay; of no other course, above 0
public record Schedule(
        Kind kind, double learningRate, double finalLearningRate, int warmupSteps, int restartEpochs, double power) {
    public enum Kind {
        /// Half a cosine wave down to the final rate. Loshchilov and Hutter, 2017,
        /// <https://arxiv.org/abs/1608.03983>.
        COSINE,
        /// The same wave over each `restartEpochs` epochs, back at the full rate after each: section 3 of the same,
        /// with cycles of one length. A run that ends amid a cycle ends above the final rate.
        COSINE_RESTARTS,
        /// A tenth after 62.5 % of all steps and a hundredth after 87.5 %: 20,000 and 28,000 of 32,000 steps, as
        /// in Deng et al., *ArcFace*, CVPR 2019, section 3.1.
        STEP,
        /// The share of steps left, to the power. Power 1 is a straight line; An et al., *Partial FC*, CVPR 2022,
        /// train with power 2, <https://arxiv.org/abs/2203.15565>.
        POLYNOMIAL,
        /// The same to the end; the final rate plays no part.
        CONSTANT
    }

    private static final double FIRST_DROP = 0.625;
    private static final double SECOND_DROP = 0.875;
    private static final int USUAL_RESTART_EPOCHS = 10;
    private static final double USUAL_POWER = 2;

    /// Cycles and power as they are usual.
    public Schedule(Kind kind, double learningRate, double finalLearningRate, int warmupSteps) {
        this(kind, learningRate, finalLearningRate, warmupSteps, USUAL_RESTART_EPOCHS, USUAL_POWER);
    }

    /// The rate of one step.
    ///
    /// @param globalStep  from 0, counted over all epochs
    public double learningRateAt(long globalStep, RunLength length) {
        if (globalStep < 0) {
            throw new IllegalArgumentException("No step " + globalStep);
        }
        if (globalStep < warmupSteps) {
            return learningRate * (globalStep + 1) / warmupSteps;
        }
        return switch (kind) {
            case COSINE -> between(wave(share(globalStep, 0, length.steps())));
            case COSINE_RESTARTS -> between(wave(shareOfCycle(globalStep, length)));
            case STEP -> Math.max(finalLearningRate, learningRate * drop((double) globalStep / length.steps()));
            case POLYNOMIAL -> between(StrictMath.pow(1 - share(globalStep, 0, length.steps()), power));
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
        checks.range("restartEpochs", restartEpochs, 1, 10_000, "it is counted in epochs, not steps");
        checks.range("power", power, 0.1, 10, "1 is a straight line, 2 is usual");
        return checks.problems();
    }

    private double shareOfCycle(long globalStep, RunLength length) {
        long cycle = restartEpochs * length.stepsPerEpoch();
        long begin = globalStep / cycle * cycle;
        return share(globalStep, begin, begin + cycle);
    }

    /// How much of a course is done. The course of the warm-up's end is what the warm-up left of it.
    private double share(long globalStep, long begin, long end) {
        long start = Math.max(begin, warmupSteps);
        return Math.min(1, (globalStep - start) / (double) Math.max(1, end - start));
    }

    private double between(double height) {
        return finalLearningRate + (learningRate - finalLearningRate) * height;
    }

    private static double wave(double done) {
        return (1 + StrictMath.cos(Math.PI * done)) / 2;
    }

    private static double drop(double done) {
        if (done < FIRST_DROP) {
            return 1;
        }
        return done < SECOND_DROP ? 0.1 : 0.01;
    }
}
