package dev.facewright.ml.synth;

/// Both eyebrows, in head units.
///
/// @param height  above the middle of the eye, about 0.17
/// @param halfLength  from the middle of a brow to an end, about 0.17
/// @param thickness  half the thickness at the inner end, about 0.03
/// @param arch  how much the middle is higher than the ends, about 0.04
/// @param slant  how much the outer end is raised and the inner one lowered, about 0
/// @param density  0 hardly visible to 1 black
public record BrowShape(
        double height, double halfLength, double thickness, double arch, double slant, double density) {}
