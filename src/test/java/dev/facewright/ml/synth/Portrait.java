package dev.facewright.ml.synth;

import dev.facewright.ml.image.RgbImage;

/// A rendered face with what tests look at.
record Portrait(SyntheticFace face) {
    double x(int landmark) {
        return face.landmarks68()[2 * landmark];
    }

    double y(int landmark) {
        return face.landmarks68()[2 * landmark + 1];
    }

    int size() {
        return face.image().width();
    }

    RgbImage image() {
        return face.image();
    }

    /// Mean level of the three channels around a place, 5 by 5 pixels.
    double grey(double x, double y) {
        return (channel(x, y, 0) + channel(x, y, 1) + channel(x, y, 2)) / 3;
    }

    /// Mean level of one channel around a place, 5 by 5 pixels.
    double channel(double x, double y, int channel) {
        double sum = 0;
        for (int i = 0; i < 25; i++) {
            sum += image().at((int) x + i % 5 - 2, (int) y + i / 5 - 2, channel);
        }
        return sum / 25;
    }

    /// Beside the nose.
    double cheek(boolean imageLeft) {
        return grey(cheekX(imageLeft), y(33));
    }

    double cheekX(boolean imageLeft) {
        return x(imageLeft ? 36 : 45);
    }

    /// The largest difference of any channel at one pixel.
    int differenceAt(Portrait other, double x, double y) {
        int largest = 0;
        for (int channel = 0; channel < 3; channel++) {
            largest = Math.max(
                    largest,
                    Math.abs(image().at((int) x, (int) y, channel)
                            - other.image().at((int) x, (int) y, channel)));
        }
        return largest;
    }

    /// Root of the mean square of the differences of all levels.
    double deviationFrom(Portrait other) {
        byte[] mine = image().pixels();
        byte[] theirs = other.image().pixels();
        double sum = 0;
        for (int i = 0; i < mine.length; i++) {
            double difference = (mine[i] & 0xff) - (theirs[i] & 0xff);
            sum += difference * difference;
        }
        return Math.sqrt(sum / mine.length);
    }
}
