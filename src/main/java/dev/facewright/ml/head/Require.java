package dev.facewright.ml.head;

/// Refuses a value that an objective cannot work with, and says which it was.
final class Require {
    private Require() {}

    static void that(boolean holds, String needed, Number given) {
        if (!holds) {
            throw new IllegalArgumentException("Contrastive learning needs a " + needed + ", was " + given);
        }
    }
}
