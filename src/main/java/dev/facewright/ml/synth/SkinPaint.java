package dev.facewright.ml.synth;

import dev.facewright.ml.synth.SyntheticIdentity.Complexion;
import dev.facewright.ml.synth.SyntheticIdentity.Hair;

/// Bare skin of the face: blush, freckles, moles, folds, beard.
final class SkinPaint {
    private static final Colour BLOOD = Colour.coded(0xc0453f);
    private static final Colour FRECKLE = Colour.coded(0x9a6238);
    private static final Colour MOLE = Colour.coded(0x4a2c20);
    private static final double SKIN_GLOSS = 0.16;

    private final FaceLayout face;
    private final Complexion skin;
    private final Hair hair;
    private final Grain grain;
    private final double soft;

    /// @param soft  half the width over which edges fade, in head units
    SkinPaint(FaceLayout face, double soft) {
        this.face = face;
        this.skin = face.person.complexion();
        this.hair = face.person.hair();
        this.grain = new Grain(skin.pattern());
        this.soft = soft;
    }

    Spot at(double x, double y) {
        double mottle = 0.94 + 0.08 * grain.smooth(x * 9 + 50, y * 9) + 0.04 * grain.smooth(x * 30, y * 30);
        Spot spot = new Spot(skin.skin().times(mottle), SKIN_GLOSS, 1, 0);
        spot = blush(spot, Math.abs(x), y);
        spot = freckles(spot, x, y);
        spot = moles(spot, x, y);
        spot = folds(spot, Math.abs(x), y);
        return stubble(spot, x, y);
    }

    private Spot blush(Spot spot, double x, double y) {
        double cheek = near(x, y, 0.38, face.eyeY - 0.30, 0.27, 0.22);
        double tip = near(x, y, 0, face.noseTipY, 0.16, 0.14);
        double chin = near(x, y, 0, face.profile.chin() + 0.13, 0.2, 0.14);
        double amount = 0.06 + 0.22 * skin.blush();
        return spot.paint(
                BLOOD,
                amount * (cheek + 0.7 * tip + 0.4 * chin) * (0.35 + skin.skin().red() * 0.65));
    }

    private Spot freckles(Spot spot, double x, double y) {
        if (skin.freckles() == 0) {
            return spot;
        }
        double zone = near(x, y, 0, face.eyeY - 0.22, 0.6, 0.26);
        double dots = Curve.step(1 - 0.42 * skin.freckles(), 1, grain.smooth(x * 46, y * 46));
        return spot.paint(FRECKLE, 0.65 * dots * zone);
    }

    private Spot moles(Spot spot, double x, double y) {
        Spot marked = spot;
        for (int i = 0; i < skin.moles(); i++) {
            double moleX = Curve.mix(-0.48, 0.48, grain.at(i, 101));
            double moleY = Curve.mix(-0.78, 0.4, grain.at(i, 202));
            double size = 0.016 + 0.014 * grain.at(i, 303);
            double distance = Math.sqrt(Curve.square(x - moleX) + Curve.square(y - moleY));
            marked = marked.paint(MOLE, 0.85 * Curve.step(size + soft, size - soft, distance));
        }
        return marked;
    }

    /// Lines from nose to mouth, the hollow under the eye, the groove beside the nose.
    private Spot folds(Spot spot, double x, double y) {
        double smile = Math.max(0, face.expression.smile());
        double along = (face.noseBaseY + 0.06 - y) / (face.noseBaseY + 0.06 - face.mouthY);
        double foldX = face.person.nose().halfWidth()
                + 0.03
                + along * (face.mouthWidth - face.person.nose().halfWidth() + 0.04);
        double fold = Curve.bump(Curve.square((x - foldX) / 0.035)) * Curve.bump(Curve.square((along - 0.5) / 0.62));
        double bag = near(x, y, face.eyeX - 0.02, face.eyeY - 0.085, 0.13, 0.04);
        double side = near(x, y, face.person.nose().halfWidth() * 1.12, face.noseBaseY + 0.05, 0.045, 0.08);
        double socket = near(x, y, face.eyeX - 0.07, face.eyeY + 0.06, 0.19, 0.12);
        return spot.darken(fold * (0.08 + 0.14 * skin.folds() + 0.14 * smile))
                .darken(0.10 * bag * (0.4 + skin.folds()))
                .darken(0.16 * side)
                .sheltered(0.38 * socket)
                .sheltered(0.25 * near(x, y, 0, face.lowerLip(0) - 0.04, 0.17, 0.05))
                .sheltered(0.30 * near(x, y, 0, face.noseBaseY - 0.035, 0.16, 0.06));
    }

    private Spot stubble(Spot spot, double x, double y) {
        if (hair.beard() == 0 && hair.moustache() == 0) {
            return spot;
        }
        double width = face.profile.halfWidth(y);
        double side = Math.abs(x) / Math.max(width, 0.05);
        double line = Curve.mix(face.mouthY - 0.10, face.eyeY - 0.20, Curve.step(0.5, 0.92, side));
        double jaw = hair.beard() * Curve.step(line + 0.06, line - 0.08, y);
        double lipTop = face.upperLip(Math.clamp(x / face.mouthWidth, -1, 1));
        double above = Curve.step(face.noseBaseY - 0.01, face.noseBaseY - 0.05, y)
                * Curve.step(lipTop - 0.02, lipTop + 0.02, y);
        double lip = hair.moustache() * above * Curve.step(face.mouthWidth + 0.09, face.mouthWidth - 0.05, Math.abs(x));
        double strands = 0.62 + 0.38 * grain.smooth(x * 60, y * 22);
        double amount = Math.min(1, 1.9 * Math.max(jaw, lip) * strands);
        return spot.paint(hair.colour().times(0.5), 0.94 * amount).shiny(0.03, amount);
    }

    private static double near(double x, double y, double middleX, double middleY, double radiusX, double radiusY) {
        return Curve.bump(Curve.square((x - middleX) / radiusX) + Curve.square((y - middleY) / radiusY));
    }
}
