package dev.facewright.ml.synth;

import java.util.random.RandomGenerator;

/// Random numbers in the shapes that faces need.
record Draw(RandomGenerator random) {
    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /// Bell-shaped around `middle`, never further than `reach`: the mean of three even draws.
    double around(double middle, double reach) {
        double sum = random.nextDouble() + random.nextDouble() + random.nextDouble();
        return middle + reach * (sum / 1.5 - 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T oneOf(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    long seed() {
        return random.nextLong();
    }
}
