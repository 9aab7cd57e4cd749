package dev.facewright.ml.synth;

import java.util.ArrayList;
import java.util.List;

/// The 68 points of iBUG's 300-W on a face, from the same curves that draw it.
final class Landmarks68 {
    private static final double[] JAW_HEIGHT = {0, 0.17, 0.34, 0.50, 0.65, 0.785, 0.89, 0.96, 1};
    private static final double[] JAW_SHARE = {0.985, 0.985, 0.985, 0.98, 0.97, 0.96, 0.92, 0.72, 0};
    private static final double LID = 0.38;

    private final FaceLayout face;
    private final FaceSurface surface;
    private final List<Vector> points = new ArrayList<>(68);

    private Landmarks68(FaceLayout face, FaceSurface surface) {
        this.face = face;
        this.surface = surface;
    }

    /// 68 points in head units.
    static List<Vector> of(FaceLayout face, FaceSurface surface) {
        Landmarks68 landmarks = new Landmarks68(face, surface);
        landmarks.jaw();
        landmarks.brows();
        landmarks.nose();
        landmarks.eyes();
        landmarks.outerLips();
        landmarks.innerLips();
        return landmarks.points;
    }

    private void jaw() {
        for (int i = 0; i <= 16; i++) {
            int step = Math.min(i, 16 - i);
            double y = Curve.mix(face.eyeY, face.profile.chin() + 0.02, JAW_HEIGHT[step]);
            double x = face.profile.halfWidth(y) * JAW_SHARE[step];
            add(i < 8 ? -x : x, y);
        }
    }

    private void brows() {
        for (int i = 0; i < 10; i++) {
            boolean left = i < 5;
            double share = left ? 1 - i / 2.0 : (i - 5) / 2.0 - 1;
            double x = face.browX + share * face.person.brows().halfLength();
            add(left ? -x : x, face.browMiddle(share));
        }
    }

    private void nose() {
        for (int i = 0; i < 4; i++) {
            add(0, Curve.mix(face.eyeY, face.noseTipY, i / 3.0));
        }
        for (int i = -2; i <= 2; i++) {
            add(i * face.person.nose().halfWidth() * 0.36, face.noseBaseY + 0.008 * i * i);
        }
    }

    private void eyes() {
        double[] along = {1, LID, -LID, -1, -LID, LID};
        for (int i = 0; i < 6; i++) {
            add(-eyeX(along[i]), lid(i, along[i]));
        }
        int[] mirrored = {3, 2, 1, 0, 5, 4};
        for (int i : mirrored) {
            add(eyeX(along[i]), lid(i, along[i]));
        }
    }

    private double eyeX(double share) {
        return face.eyeX + share * face.eyeWidth;
    }

    private double lid(int point, double share) {
        return point < 4 ? face.upperLid(share) : face.lowerLid(share);
    }

    private void outerLips() {
        double[] upper = {-1, -0.62, -0.26, 0, 0.26, 0.62, 1};
        double[] lower = {0.62, 0.3, 0, -0.3, -0.62};
        for (double share : upper) {
            add(share * face.mouthWidth, face.upperLip(share));
        }
        for (double share : lower) {
            add(share * face.mouthWidth, face.lowerLip(share));
        }
    }

    private void innerLips() {
        double[] upper = {-0.86, -0.36, 0, 0.36, 0.86};
        double[] lower = {0.36, 0, -0.36};
        for (double share : upper) {
            add(share * face.mouthWidth, face.upperLipInner(share));
        }
        for (double share : lower) {
            add(share * face.mouthWidth, face.lowerLipInner(share));
        }
    }

    private void add(double x, double y) {
        points.add(surface.point(x, y));
    }
}
