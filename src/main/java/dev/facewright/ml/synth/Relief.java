package dev.facewright.ml.synth;

import dev.facewright.ml.synth.SyntheticIdentity.EyeShape;
import dev.facewright.ml.synth.SyntheticIdentity.HeadShape;
import dev.facewright.ml.synth.SyntheticIdentity.MouthShape;
import dev.facewright.ml.synth.SyntheticIdentity.NoseShape;
import java.util.ArrayList;
import java.util.List;

/// How far the features stand out of the bare head, seen from the front.
final class Relief {
    /// A smooth hill, or a hollow if the height is negative.
    private record Hill(double x, double y, double radiusX, double radiusY, double height) {
        double at(double px, double py) {
            double dx = (px - x) / radiusX;
            double dy = (py - y) / radiusY;
            return height * Curve.bump(dx * dx + dy * dy);
        }
    }

    private final FaceLayout face;
    private final List<Hill> hills = new ArrayList<>();

    Relief(FaceLayout face) {
        this.face = face;
        eyes();
        cheeks();
        nose();
        mouth();
    }

    /// Height over the bare head; the face is the same left and right.
    double at(double x, double y) {
        double px = Math.abs(x);
        double sum = bridge(px, y);
        for (Hill hill : hills) {
            if (Math.abs(px - hill.x) < hill.radiusX && Math.abs(y - hill.y) < hill.radiusY) {
                sum += hill.at(px, y);
            }
        }
        return sum;
    }

    private void eyes() {
        EyeShape eyes = face.person.eyes();
        hill(face.eyeX - 0.01, face.eyeY + 0.04, 0.21, 0.17, -eyes.depth() - 0.03);
        hill(face.eyeX, face.eyeY, face.eyeWidth * 1.15, 0.12, 0.06);
        hill(face.eyeX, face.eyeY + 0.085, face.eyeWidth * 1.2, 0.07, 0.02);
        hill(
                face.browX - 0.03,
                face.browY - 0.02,
                0.27,
                0.10,
                face.person.head().browRidge() + 0.02);
        hill(0, face.browY - 0.02, 0.20, 0.20, 0.03 + face.person.head().browRidge() * 0.7);
        hill(face.eyeX + 0.02, face.eyeY - 0.14, 0.15, 0.05, -0.012);
    }

    private void cheeks() {
        HeadShape head = face.person.head();
        double smile = Math.max(0, face.expression.smile());
        hill(0.41, face.eyeY - 0.24, 0.26, 0.19, head.cheekbone() + 0.03 * smile);
        hill(0.40, -0.48, 0.26, 0.30, 0.13 * (head.fullness() - 0.45));
        hill(0.32, face.mouthY + 0.17, 0.17, 0.17, 0.05 * smile);
        hill(0, face.profile.chin() + 0.15, 0.22, 0.17, head.chinForward() + 0.03);
        hill(0.46, 0.30, 0.16, 0.24, -0.025);
    }

    private void nose() {
        NoseShape nose = face.person.nose();
        hill(0, face.noseTipY, nose.tipSize() * 1.15, nose.tipSize(), nose.projection() * 0.28);
        hill(nose.halfWidth() * 0.72, face.noseBaseY + 0.055, nose.halfWidth() * 0.55, 0.085, nose.projection() * 0.42);
    }

    /// The ridge from between the eyes to the tip, and the fall from the tip to the lip.
    private double bridge(double x, double y) {
        NoseShape nose = face.person.nose();
        double root = face.eyeY + 0.11;
        double width;
        double height;
        if (y > face.noseTipY) {
            double t = Math.clamp((root - y) / (root - face.noseTipY), 0, 1);
            double start = Curve.step(0, 0.35, t);
            height = start * Curve.mix(nose.bridgeHeight(), nose.projection() * 0.82, t * (0.45 + 0.55 * t));
            width = Curve.mix(nose.bridgeWidth() * 1.9, nose.halfWidth() * 1.15, t * t);
        } else {
            double below = face.noseTipY - face.noseBaseY + 0.04;
            double t = Math.clamp((face.noseTipY - y) / below, 0, 1);
            height = nose.projection() * 0.82 * (1 - Curve.step(0.15, 1, t));
            width = nose.halfWidth() * 1.15;
        }
        return height == 0 ? 0 : height * Curve.bump(Curve.square(x / width));
    }

    private void mouth() {
        MouthShape mouth = face.person.mouth();
        double upper = (face.upperLip(0) + face.upperLipInner(0)) / 2;
        double lower = (face.lowerLip(0) + face.lowerLipInner(0)) / 2;
        hill(0, face.mouthY, 0.36, 0.27, 0.06);
        hill(0, upper, face.mouthWidth * 1.05, mouth.upperLip() * 1.1 + 0.01, 0.022 + 0.3 * mouth.upperLip());
        hill(0, lower, face.mouthWidth * 0.95, mouth.lowerLip() * 1.0 + 0.01, 0.022 + 0.4 * mouth.lowerLip());
        hill(0, face.lowerLip(0) - 0.05, 0.18, 0.06, -0.03);
        hill(0, (face.upperLip(0) + face.noseBaseY) / 2, 0.035, 0.09, -0.014);
        hill(face.mouthWidth + 0.03, face.mouthY + face.cornerLift, 0.06, 0.07, -0.02);
        hill(0, face.mouthY - face.gap * 0.25, face.mouthWidth * 0.8, face.gap * 0.6 + 0.001, -0.6 * face.gap);
    }

    private void hill(double x, double y, double radiusX, double radiusY, double height) {
        hills.add(new Hill(x, y, radiusX, radiusY, height));
    }
}
