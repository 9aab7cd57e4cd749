package dev.facewright.ml.train;

/// The checkpoint that a run goes back to when a step fails: the newest from which a step was finite. A newer one
/// may already hold the weights that were too large.
final class LastGood {
    private Checkpoint good;
    private Checkpoint newest;

    LastGood(Checkpoint start) {
        this.good = start;
        this.newest = start;
    }

    void taken(Checkpoint checkpoint) {
        newest = checkpoint;
    }

    void stepWasFinite() {
        good = newest;
    }

    Checkpoint get() {
        return good;
    }

    void adjust(Adjustments adjustments) {
        good = good.with(adjustments);
        newest = good;
    }
}
