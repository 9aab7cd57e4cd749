package dev.facewright.ml.synth;

import dev.facewright.ml.image.Landmarks5;
import dev.facewright.ml.image.RgbImage;

/// A rendered face and where its features are.
///
/// @param landmarks68  136 values, x before y, in the order of iBUG's 300-W (Sagonas et al., 2013): jaw 0-16,
///     brows 17-26, nose 27-35, eyes 36-47, lips 48-67, image left to image right. Points that the head hides
///     are where they would be
/// @param landmarks5  eye centres, nose tip and mouth corners, as detectors give them
public record SyntheticFace(RgbImage image, float[] landmarks68, Landmarks5 landmarks5) {}
