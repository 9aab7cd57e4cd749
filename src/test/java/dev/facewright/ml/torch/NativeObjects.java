package dev.facewright.ml.torch;

import static org.assertj.core.api.Assertions.assertThat;

/// What a program has in native memory.
public final class NativeObjects {
    private NativeObjects() {}

    /// @param steps  of a program that has taken its first one
    public static void staySameOver(TrainingProgram program, Runnable steps) {
        int alive = program.nativeObjects();
        steps.run();
        assertThat(alive).isPositive();
        assertThat(program.nativeObjects()).isEqualTo(alive);
    }
}
