package dev.facewright.ml.train;

/// A checkpoint that belongs to another run: going on from it could not give what either run would have given.
public final class CheckpointMismatch extends IllegalArgumentException {
    CheckpointMismatch() {
        super("The checkpoint was taken with another recipe or other crops. "
                + "Resume with the same ones, or start a new run from the checkpoint's model.");
    }
}
