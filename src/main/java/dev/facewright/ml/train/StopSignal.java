package dev.facewright.ml.train;

/// Asked before every step; a run that is told to stop ends with a checkpoint from which it can go on.
@FunctionalInterface
public interface StopSignal {
    StopSignal NEVER = () -> false;

    boolean stopRequested();
}
