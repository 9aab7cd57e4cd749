package dev.facewright.ml.synth;

import dev.facewright.ml.synth.SyntheticIdentity.BrowShape;

/// Eyes and brows.
final class EyePaint {
    private static final Colour WHITE = Colour.coded(0xe9e4df);
    private static final Colour CORNER = Colour.coded(0xc98a80);
    private static final Colour BLACK = Colour.coded(0x0a0807);
    private static final Colour LASHES = Colour.coded(0x1a120f);

    private final FaceLayout face;
    private final Grain grain;
    private final Colour browColour;
    private final double soft;
    private final double glintX;
    private final double glintY;

    /// @param lamp  towards the lamp, in the head's directions
    EyePaint(FaceLayout face, double soft, Vector lamp) {
        this.face = face;
        this.grain = new Grain(face.person.complexion().pattern() + 1);
        this.browColour = face.person.hair().colour().mix(BLACK, 0.35);
        this.soft = soft;
        this.glintX = 0.45 * lamp.x();
        this.glintY = 0.25 + 0.35 * lamp.y();
    }

    Spot paint(Spot skin, double x, double y) {
        int side = x < 0 ? -1 : 1;
        double share = (Math.abs(x) - face.eyeX) / face.eyeWidth;
        Spot spot = brow(skin, Math.abs(x), y, side);
        if (Math.abs(share) > 1.35 || Math.abs(y - face.eyeY) > 0.25) {
            return spot;
        }
        double inside = Math.clamp(share, -1, 1);
        double upper = face.upperLid(inside);
        double lower = face.lowerLid(inside);
        spot = crease(spot, share, y);
        double open = Curve.step(upper + soft, upper - soft, y)
                * Curve.step(lower - soft, lower + soft, y)
                * Curve.step(1 + soft / face.eyeWidth, 1 - soft / face.eyeWidth, Math.abs(share));
        spot = open > 0 ? opened(spot, ball(x, y, side, share, upper, lower), open) : spot;
        return lashes(spot, share, y, upper, lower);
    }

    private static Spot opened(Spot skin, Spot ball, double open) {
        return new Spot(
                skin.albedo().mix(ball.albedo(), open),
                Curve.mix(skin.gloss(), ball.gloss(), open),
                Curve.mix(skin.open(), ball.open(), open),
                ball.glint() * open);
    }

    /// White, iris and pupil; the upper lid throws a shadow on them.
    private Spot ball(double x, double y, int side, double share, double upper, double lower) {
        double radius = 0.078 * Curve.mix(1, face.eyeWidth / 0.135, 0.5);
        double middleX = side * face.eyeX + 0.045 * face.expression.gazeX();
        double middleY = face.eyeY + 0.014 + 0.03 * face.expression.gazeY();
        double dx = (x - middleX) / radius;
        double dy = (y - middleY) / radius;
        double distance = Math.sqrt(dx * dx + dy * dy);
        double edge = soft / radius;
        double rays = 0.75 + 0.5 * grain.smooth(dx * 7 / (distance + 0.3) + 30 * side, dy * 7 / (distance + 0.3));
        Colour iris = face.person.eyes().iris().times(1.25 * rays).mix(BLACK, 0.65 * Curve.step(0.72, 1.0, distance));
        double shadow = 0.55 * Curve.step(upper - 0.055, upper, y) + 0.15 * Curve.step(lower + 0.02, lower, y);
        double glint = Curve.bump((Curve.square(dx - glintX) + Curve.square(dy - glintY)) / 0.06);
        return new Spot(WHITE.mix(CORNER, 0.7 * Curve.step(-0.72, -1.0, share)), 0.02, 0.9, 0)
                .darken(0.25 * share * share)
                .paint(iris, Curve.step(1 + edge, 1 - edge, distance))
                .paint(BLACK, Curve.step(0.42 + edge, 0.42 - edge, distance))
                .darken(shadow)
                .glinting(0.9 * glint);
    }

    private Spot crease(Spot spot, double share, double y) {
        double line = face.upperLid(Math.clamp(share, -1, 1)) + 0.03 + 0.022 * (1 - share * share);
        double depth = Curve.bump(Curve.square((y - line) / (0.018 + soft))) * Curve.bump(Curve.square(share / 1.25));
        return spot.darken(0.42 * depth);
    }

    private Spot lashes(Spot spot, double share, double y, double upper, double lower) {
        double within = Curve.step(1.18, 0.95, Math.abs(share + 0.02));
        double thick = 0.013 + 0.006 * share;
        double above = Curve.bump(Curve.square((y - upper - 0.004) / (thick + soft))) * within;
        double below = Curve.bump(Curve.square((y - lower) / (0.008 + soft))) * within;
        return spot.paint(LASHES, 0.88 * above).paint(LASHES, 0.28 * below);
    }

    private Spot brow(Spot spot, double x, double y, int side) {
        BrowShape brows = face.person.brows();
        double share = (x - face.browX) / brows.halfLength();
        if (Math.abs(share) >= 1) {
            return spot;
        }
        double off = Math.abs(y - face.browMiddle(share));
        double thick = face.browThickness(share);
        double strands = 0.7 + 0.45 * grain.smooth(side * x * 40 + y * 28, y * 36 - x * 12);
        double cover = Curve.step(thick + soft + 0.012, thick * 0.45, off) * strands * brows.density();
        return spot.paint(browColour, Math.min(0.95, cover)).shiny(0.02, cover);
    }
}
