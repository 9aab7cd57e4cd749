package dev.facewright.ml.synth;

/// Both eyes, in head units, and the colour of the iris.
///
/// @param spacing  from the middle of the face to the middle of an eye, about 0.30
/// @param height  of the eyes above the middle of the head, about 0.03
/// @param halfWidth  from the middle of an eye to a corner, about 0.135
/// @param opening  from the middle line to the upper lid, about 0.06
/// @param slant  how much higher the outer corner is than the middle, and the inner one lower, about 0.01
/// @param depth  how deep the eyes lie in their sockets, about 0.06
/// @param iris  colour
public record EyeShape(
        double spacing, double height, double halfWidth, double opening, double slant, double depth, Colour iris) {}
