package dev.facewright.ml.synth;

/// Hair of head and face.
///
/// @param hairline  height above the middle of the head where the forehead ends, about 0.62
/// @param temples  how far the hairline draws back at the temples, about 0.1
/// @param volume  thickness over the skull, about 0.08
/// @param parting  where the fringe divides, in [-1, 1]; 0 is the middle
/// @param beard  0 none to 1 full
/// @param moustache  0 none to 1 full
public record Hair(
        Style style,
        Colour colour,
        double hairline,
        double temples,
        double volume,
        double parting,
        double beard,
        double moustache) {
    public enum Style {
        BALD,
        CROPPED,
        SHORT,
        FRINGE,
        BOB,
        LONG,
        BUN
    }
}
