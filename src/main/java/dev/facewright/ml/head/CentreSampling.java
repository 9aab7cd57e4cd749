package dev.facewright.ml.head;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Which classes a step works with: those of its batch, and others drawn at random. An et al., *Killing Two Birds
/// with One Stone: Efficient and Robust Training of Face Recognition CNNs by Partial FC*, CVPR 2022, section 3.2,
/// <https://arxiv.org/abs/2203.15565>.
///
/// @param identities  how many classes there are
/// @param rate  share of them to work with, in (0, 1]; more if the batch has more
/// @param seed  of the draw
public record CentreSampling(int identities, double rate, long seed) {
    /// @throws IllegalArgumentException if the rate is outside (0, 1]: 10 is per cent
    public CentreSampling {
        Require.identities(identities);
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                    "The centre sampling rate must be in (0, 1], was " + rate + ": is this in per cent?");
        }
    }

    /// The same for the same seed, step and labels, whatever was drawn before.
    ///
    /// @param labels  of the batch, each in [0, identities)
    /// @return each class once, in ascending order
    public long[] classes(long[] labels, long globalStep) {
        boolean[] taken = new boolean[identities];
        int positives = 0;
        for (long label : labels) {
            positives += taken[(int) label] ? 0 : 1;
            taken[(int) label] = true;
        }
        int wanted = Math.max(positives, (int) Math.ceil(rate * identities));
        return draw(taken, positives, wanted, random(globalStep));
    }

    /// Each label's place among the classes.
    ///
    /// @param classes  from `classes` for these labels
    public static long[] places(long[] labels, long[] classes) {
        return Arrays.stream(labels)
                .map(label -> Arrays.binarySearch(classes, label))
                .toArray();
    }

    /// Selection sampling: Knuth, *The Art of Computer Programming*, volume 2, section 3.4.2, algorithm S.
    private long[] draw(boolean[] taken, int positives, int wanted, SplittableRandom random) {
        long[] classes = new long[wanted];
        int missing = wanted - positives;
        int remaining = identities - positives;
        int count = 0;
        for (int i = 0; i < identities; i++) {
            if (taken[i]) {
                classes[count++] = i;
            } else if (random.nextInt(remaining--) < missing) {
                missing--;
                classes[count++] = i;
            }
        }
        return classes;
    }

    /// Twice drawn: neighbouring steps of one generator would give the same numbers, shifted.
    private SplittableRandom random(long globalStep) {
        return new SplittableRandom(
                new SplittableRandom(seed).nextLong() + new SplittableRandom(globalStep).nextLong());
    }
}
