package dev.facewright.ml.synth;

/// Reflected light, each channel in [0, 1] and linear (not gamma-coded).
public record Colour(double red, double green, double blue) {
    /// A colour as web pages write it, 0xrrggbb, decoded with gamma 2.
    static Colour coded(int rgb) {
        return new Colour(linear(rgb >> 16), linear(rgb >> 8), linear(rgb));
    }

    /// This colour at share 0, `other` at share 1.
    Colour mix(Colour other, double share) {
        return new Colour(
                red + (other.red - red) * share,
                green + (other.green - green) * share,
                blue + (other.blue - blue) * share);
    }

    Colour times(double factor) {
        return new Colour(red * factor, green * factor, blue * factor);
    }

    private static double linear(int value) {
        double share = (value & 0xff) / 255.0;
        return share * share;
    }
}
