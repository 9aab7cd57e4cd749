package dev.facewright.ml.synth;

/// The skin.
///
/// @param skin  colour
/// @param blush  redness of cheeks and nose, 0 to 1
/// @param freckles  share of the cheeks they cover, 0 to 1
/// @param moles  how many there are; their places follow from `pattern`
/// @param folds  depth of the lines from nose to mouth, 0 to 1
/// @param pattern  seed of everything that is scattered over the skin
public record Complexion(Colour skin, double blush, double freckles, int moles, double folds, long pattern) {}
