package dev.facewright.ml.synth;

import dev.facewright.ml.synth.Scene.Expression;

/// Where the features of one face lie while it shows one expression: curves in head units, seen from the front.
///
/// Eyes and brows are given for the right half of the picture; the left half mirrors them. Along a feature the
/// share runs from -1 (inner end, or image left for the mouth) to 1.
final class FaceLayout {
    private static final double LOWER_LID = 0.55;

    final SyntheticIdentity person;
    final Expression expression;
    final HeadProfile profile;
    final double eyeY;
    final double eyeX;
    final double eyeWidth;
    final double upperOpening;
    final double lowerOpening;
    final double browX;
    final double browY;
    final double noseTipY;
    final double noseBaseY;
    final double mouthY;
    final double mouthWidth;
    final double cornerLift;
    final double gap;

    FaceLayout(SyntheticIdentity person, Expression expression) {
        this.person = person;
        this.expression = expression;
        double smile = expression.smile();
        double broad = Math.max(0, smile);
        double open = 1 - Math.clamp(expression.eyesClosed(), 0, 1);
        this.profile = new HeadProfile(person.head(), 0.13 * expression.mouthOpen());
        this.eyeY = person.eyes().height();
        this.eyeX = person.eyes().spacing();
        this.eyeWidth = person.eyes().halfWidth();
        this.upperOpening = person.eyes().opening() * (open * (1 + 0.15 * expression.browRaise()) - 0.35 * (1 - open));
        this.lowerOpening = LOWER_LID * person.eyes().opening() * (1 - 0.35 * broad);
        this.browX = eyeX + 0.02;
        this.browY = eyeY + person.brows().height() + 0.035 * expression.browRaise();
        this.noseBaseY = eyeY - person.nose().length();
        this.noseTipY = eyeY - person.nose().length() * (0.82 - person.nose().tipLift());
        this.mouthY = Math.min(person.mouth().height(), noseBaseY - 0.17);
        this.mouthWidth = person.mouth().halfWidth() * (1 + 0.22 * broad - 0.1 * expression.mouthOpen());
        this.cornerLift = person.mouth().curve() + 0.055 * smile;
        this.gap = 0.13 * expression.mouthOpen();
    }

    double upperLid(double share) {
        return lidLine(share) + upperOpening * (1 - share * share) * (1 - 0.2 * share);
    }

    double lowerLid(double share) {
        return lidLine(share) - lowerOpening * (1 - share * share) * (1 + 0.15 * share);
    }

    private double lidLine(double share) {
        return eyeY + person.eyes().slant() * share;
    }

    double browMiddle(double share) {
        double frown = Math.min(0, expression.browRaise());
        return browY
                + person.brows().arch() * (1 - share * share)
                + (person.brows().slant() - 0.025 * frown) * share;
    }

    double browThickness(double share) {
        double along = (share + 1) / 2;
        return person.brows().thickness()
                * (1 - 0.65 * along * along)
                * Math.sqrt(Math.max(0, 1 - Curve.square(share * share)));
    }

    /// Outer edge of the upper lip.
    double upperLip(double share) {
        double arc = 1 - share * share;
        double notch = person.mouth().bow() * Curve.bump(Curve.square(share / 0.3));
        return upperLipInner(share) + person.mouth().upperLip() * arc * (1 + 0.3 * share * share) - notch;
    }

    double upperLipInner(double share) {
        return mouthLine(share) + 0.25 * gap * (1 - share * share);
    }

    double lowerLipInner(double share) {
        return mouthLine(share) - 0.75 * gap * (1 - share * share);
    }

    /// Outer edge of the lower lip.
    double lowerLip(double share) {
        double arc = 1 - share * share;
        return lowerLipInner(share) - person.mouth().lowerLip() * arc * (1 + 0.45 * share * share);
    }

    private double mouthLine(double share) {
        return mouthY + cornerLift * share * share;
    }
}
