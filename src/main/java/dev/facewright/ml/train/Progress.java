package dev.facewright.ml.train;

import java.util.Optional;

/// Where a run stands between two steps.
///
/// @param epoch  of the next step, from 0; the number of epochs when all are done
/// @param step  the next one within its epoch, from 0
/// @param globalStep  the next one over all epochs, from 0
/// @param current  of the epoch begun
/// @param last  of the epoch before it
public record Progress(int epoch, int step, long globalStep, Tally current, Tally last) {
    /// Sums over the images of an epoch so far.
    public record Tally(double lossSum, long hits, long images) {
        static final Tally NONE = new Tally(0, 0, 0);

        Tally plus(double meanLoss, long newHits, int count) {
            return new Tally(lossSum + meanLoss * count, hits + newHits, images + count);
        }

        /// NaN before the first image.
        public double meanLoss() {
            return lossSum / images;
        }

        /// NaN before the first image.
        public double accuracy() {
            return (double) hits / images;
        }
    }

    static final Progress START = new Progress(0, 0, 0, Tally.NONE, Tally.NONE);

    /// Mean training loss of the epoch that ended right here, in nats; empty in the middle of one.
    public Optional<Double> lossOfEpochEnded() {
        return step == 0 && last.images() > 0 ? Optional.of(last.meanLoss()) : Optional.empty();
    }

    Progress afterStep(double meanLoss, long hits, int count) {
        return new Progress(epoch, step + 1, globalStep + 1, current.plus(meanLoss, hits, count), last);
    }

    Progress afterEpoch() {
        return new Progress(epoch + 1, 0, globalStep, Tally.NONE, current);
    }
}
