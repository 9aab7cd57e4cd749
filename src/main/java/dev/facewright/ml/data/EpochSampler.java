package dev.facewright.ml.data;

import java.util.SplittableRandom;

/// Orders and random numbers that follow from seed and epoch alone.
public final class EpochSampler {
    private static final long EPOCH_STRIDE = 0x9E3779B97F4A7C15L;

    private EpochSampler() {}

    /// Fisher and Yates' shuffle of 0 to `size - 1`, the same for the same seed and epoch.
    ///
    /// @return every index in [0, size) once
    public static int[] permutation(int size, long seed, int epoch) {
        return permutation(size, random(seed, epoch, -1));
    }

    static int[] permutation(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int place = random.nextInt(i + 1);
            order[i] = order[place];
            order[place] = i;
        }
        return order;
    }

    /// Random numbers that belong to one place of one epoch, whoever draws them and when.
    public static SplittableRandom random(long seed, int epoch, long place) {
        long epochSeed = mix(seed + EPOCH_STRIDE * (epoch + 1L));
        return new SplittableRandom(mix(epochSeed ^ mix(place + EPOCH_STRIDE)));
    }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): neighbouring seeds give unrelated numbers.
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
