package dev.facewright.ml.verify;

/// Two images to compare, and whether they show the same person.
///
/// @param first  key of one image, such as `Abel_Pacheco/Abel_Pacheco_0001`: no extension
/// @param second  key of the other image
/// @param genuine  whether both show the same person; otherwise it is an impostor pair
/// @param fold  the fold the pair belongs to, from 1
public record Pair(String first, String second, boolean genuine, int fold) {
    public Pair {
        if (fold < 1) {
            throw new IllegalArgumentException("Folds count from 1, was " + fold);
        }
    }
}
