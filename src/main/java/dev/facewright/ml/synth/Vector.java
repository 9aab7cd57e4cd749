package dev.facewright.ml.synth;

/// A point or direction: x to image right, y up, z towards the camera.
record Vector(double x, double y, double z) {
    Vector plus(Vector other) {
        return new Vector(x + other.x, y + other.y, z + other.z);
    }

    Vector minus(Vector other) {
        return new Vector(x - other.x, y - other.y, z - other.z);
    }

    Vector times(double factor) {
        return new Vector(x * factor, y * factor, z * factor);
    }

    double dot(Vector other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Vector cross(Vector other) {
        return new Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /// Length 1 in the same direction; straight at the camera if there is no direction.
    Vector unit() {
        double length = Math.sqrt(dot(this));
        return length < 1e-12 ? new Vector(0, 0, 1) : times(1 / length);
    }
}
