package dev.facewright.ml.synth;

/// What a part of the picture is made of.
enum Material {
    FACE,
    SKIN,
    EAR,
    NECK,
    HAIR,
    KNIT,
    FRAME,
    DARK_LENS,
    MASK
}
