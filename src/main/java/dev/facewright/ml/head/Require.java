package dev.facewright.ml.head;

/// Refuses what no loss can work with, and says which value it was.
final class Require {
    private Require() {}

    static void identities(int identities) {
        if (identities < 2) {
            throw new IllegalArgumentException("A head needs at least 2 identities, was " + identities);
        }
    }

    static void contrastive(boolean holds, String needed, Number given) {
        if (!holds) {
            throw new IllegalArgumentException("Contrastive learning needs a " + needed + ", was " + given);
        }
    }
}
