package dev.facewright.ml.synth;

/// One place of a surface before light falls on it.
///
/// @param gloss  strength of the soft shine
/// @param open  share of the surroundings' light that reaches it, in [0, 1]
/// @param glint  a small mirrored lamp, in [0, 1]
record Spot(Colour albedo, double gloss, double open, double glint) {
    Spot paint(Colour colour, double share) {
        return share <= 0 ? this : new Spot(albedo.mix(colour, share), gloss, open, glint);
    }

    Spot darken(double share) {
        return share <= 0 ? this : new Spot(albedo.times(1 - share), gloss, open, glint);
    }

    Spot shiny(double other, double share) {
        return share <= 0 ? this : new Spot(albedo, Curve.mix(gloss, other, share), open, glint);
    }

    Spot sheltered(double share) {
        return share <= 0 ? this : new Spot(albedo, gloss, open * (1 - share), glint);
    }

    Spot glinting(double other) {
        return other <= 0 ? this : new Spot(albedo, gloss, open, Math.max(glint, other));
    }
}
