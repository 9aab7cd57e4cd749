package dev.facewright.ml.synth;

/// The nose, in head units.
///
/// @param length  from the middle of the eyes down to the base, about 0.36
/// @param halfWidth  half the width at the nostrils, about 0.14
/// @param projection  how far the tip stands out of the face, about 0.26
/// @param bridgeWidth  half the width of the bridge, about 0.07
/// @param bridgeHeight  how far the bridge stands out between the eyes, about 0.10
/// @param tipSize  radius of the tip, about 0.10
/// @param tipLift  how much the tip points upwards, about 0
public record NoseShape(
        double length,
        double halfWidth,
        double projection,
        double bridgeWidth,
        double bridgeHeight,
        double tipSize,
        double tipLift) {}
