package dev.facewright.ml.synth;

import dev.facewright.ml.synth.SyntheticIdentity.NoseShape;

/// Lips, what is between them, and nostrils.
final class MouthPaint {
    private static final Colour DARK = Colour.coded(0x2a0f0f);
    private static final Colour TEETH = Colour.coded(0xe6ddcf);

    private final FaceLayout face;
    private final Grain grain;
    private final double soft;

    MouthPaint(FaceLayout face, double soft) {
        this.face = face;
        this.grain = new Grain(face.person.complexion().pattern() + 2);
        this.soft = soft;
    }

    Spot paint(Spot skin, double x, double y) {
        Spot spot = nostrils(skin, Math.abs(x), y);
        double share = x / face.mouthWidth;
        if (Math.abs(share) > 1.12 || y > face.upperLip(0) + 0.12 || y < face.lowerLip(0) - 0.08) {
            return spot;
        }
        double inside = Math.clamp(share, -1, 1);
        return line(gap(lips(spot, inside, x, y), inside, y), share, inside, y);
    }

    private Spot lips(Spot spot, double share, double x, double y) {
        double upper = face.upperLip(share);
        double lower = face.lowerLip(share);
        double cover = Curve.step(upper + soft, upper - soft, y) * Curve.step(lower - soft, lower + soft, y);
        double folds = 0.9 + 0.2 * grain.smooth(x * 60, y * 8);
        boolean above = y > (face.upperLipInner(share) + face.lowerLipInner(share)) / 2;
        Colour colour = face.person.mouth().lips().times((above ? 0.82 : 1.02) * folds);
        return spot.paint(colour, 0.92 * cover).shiny(above ? 0.14 : 0.3, cover);
    }

    private Spot gap(Spot spot, double share, double y) {
        double upper = face.upperLipInner(share);
        double lower = face.lowerLipInner(share);
        if (upper - lower < 0.004) {
            return spot;
        }
        double cover = Curve.step(upper + soft, upper - soft, y) * Curve.step(lower - soft, lower + soft, y);
        double teeth = Curve.step(upper - 0.055 - soft, upper - 0.055 + soft, y)
                * Curve.step(0.85, 0.6, Math.abs(share))
                * Curve.step(0.01, 0.03, upper - lower);
        Spot inner = spot.paint(DARK, cover).shiny(0.02, cover);
        return inner.paint(TEETH.times(0.85), 0.9 * teeth * cover);
    }

    private Spot line(Spot spot, double share, double inside, double y) {
        double middle = (face.upperLipInner(inside) + face.lowerLipInner(inside)) / 2;
        double closed = Curve.step(0.03, 0.0, face.upperLipInner(inside) - face.lowerLipInner(inside));
        double thick = 0.010 + soft;
        double seam = Curve.bump(Curve.square((y - middle) / thick)) * Curve.step(1.1, 0.95, Math.abs(share));
        double corner = Curve.bump(Curve.square((Math.abs(share) - 1) / 0.1) + Curve.square((y - middle) / 0.03));
        return spot.paint(DARK, 0.75 * seam * closed).darken(0.35 * corner);
    }

    private Spot nostrils(Spot spot, double x, double y) {
        NoseShape nose = face.person.nose();
        double dx = (x - nose.halfWidth() * 0.46) / (nose.halfWidth() * 0.34);
        double dy = (y - face.noseBaseY - 0.012) / 0.03;
        double hole = Curve.bump(dx * dx + dy * dy);
        double wing = Curve.bump(
                Curve.square((x - nose.halfWidth() * 0.98) / 0.03) + Curve.square((y - face.noseBaseY - 0.05) / 0.07));
        double base =
                Curve.bump(Curve.square(x / nose.halfWidth()) + Curve.square((y - face.noseBaseY + 0.005) / 0.028));
        return spot.darken(0.72 * Math.min(1, hole * 1.4)).darken(0.16 * wing).darken(0.12 * base);
    }
}
