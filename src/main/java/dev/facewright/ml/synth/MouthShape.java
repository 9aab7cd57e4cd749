package dev.facewright.ml.synth;

/// The mouth at rest, in head units.
///
/// @param height  of the line between the lips, above the middle of the head, about -0.60
/// @param halfWidth  about 0.23
/// @param upperLip  thickness of the upper lip, about 0.05
/// @param lowerLip  thickness of the lower lip, about 0.07
/// @param bow  depth of the notch in the upper lip, about 0.015
/// @param curve  how much the corners are higher than the middle, about 0
/// @param lips  colour
public record MouthShape(
        double height, double halfWidth, double upperLip, double lowerLip, double bow, double curve, Colour lips) {}
