package dev.facewright.ml.synth;

import dev.facewright.ml.synth.Scene.Camera;
import dev.facewright.ml.synth.Scene.Pose;

/// Turns a part of the scene and projects it with a portrait lens.
final class View {
    /// Of the lens from the middle of the head, in head units.
    private static final double DISTANCE = 7;

    /// The head turns around the top of the neck, behind and below its middle.
    private static final Vector PIVOT = new Vector(0, -0.55, -0.2);

    private final double[] turn;
    private final double scale;
    private final double centreX;
    private final double centreY;

    View(Pose pose, Camera camera, int size) {
        this.turn = turn(pose);
        this.scale = camera.scale() * size;
        this.centreX = size * (0.5 + camera.offsetX());
        this.centreY = size * (0.5 + camera.offsetY());
    }

    /// From the head's own directions to those of the picture.
    Vector direction(Vector v) {
        return new Vector(
                turn[0] * v.x() + turn[1] * v.y() + turn[2] * v.z(),
                turn[3] * v.x() + turn[4] * v.y() + turn[5] * v.z(),
                turn[6] * v.x() + turn[7] * v.y() + turn[8] * v.z());
    }

    /// From the directions of the picture to the head's own.
    Vector inverse(Vector v) {
        return new Vector(
                turn[0] * v.x() + turn[3] * v.y() + turn[6] * v.z(),
                turn[1] * v.x() + turn[4] * v.y() + turn[7] * v.z(),
                turn[2] * v.x() + turn[5] * v.y() + turn[8] * v.z());
    }

    Vector place(Vector point) {
        return direction(point.minus(PIVOT)).plus(PIVOT);
    }

    /// Pixels across and down, and the distance towards the camera, larger is nearer.
    Vector project(Vector point) {
        Vector placed = place(point);
        double zoom = scale * DISTANCE / (DISTANCE - placed.z());
        return new Vector(centreX + zoom * placed.x(), centreY - zoom * placed.y(), placed.z());
    }

    /// Yaw around y, then pitch around x, then roll around z; row by row.
    private static double[] turn(Pose pose) {
        double yaw = StrictMath.toRadians(pose.yawDegrees());
        double pitch = StrictMath.toRadians(-pose.pitchDegrees());
        double roll = StrictMath.toRadians(-pose.rollDegrees());
        double[] aroundY = {
            StrictMath.cos(yaw), 0, StrictMath.sin(yaw), 0, 1, 0, -StrictMath.sin(yaw), 0, StrictMath.cos(yaw)
        };
        double[] aroundX = {
            1, 0, 0, 0, StrictMath.cos(pitch), -StrictMath.sin(pitch), 0, StrictMath.sin(pitch), StrictMath.cos(pitch)
        };
        double[] aroundZ = {
            StrictMath.cos(roll), -StrictMath.sin(roll), 0, StrictMath.sin(roll), StrictMath.cos(roll), 0, 0, 0, 1
        };
        return product(aroundZ, product(aroundX, aroundY));
    }

    private static double[] product(double[] first, double[] second) {
        double[] product = new double[9];
        for (int i = 0; i < 9; i++) {
            int row = i / 3 * 3;
            int column = i % 3;
            product[i] = first[row] * second[column]
                    + first[row + 1] * second[column + 3]
                    + first[row + 2] * second[column + 6];
        }
        return product;
    }
}
