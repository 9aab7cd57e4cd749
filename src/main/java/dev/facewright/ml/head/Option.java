package dev.facewright.ml.head;

/// Something that a loss can be told. Limits, JSON, forms and documentation follow from what is said here.
///
/// @param name  of its field in recipes and of its words, such as `marginRadians`
/// @param unit  of its values
/// @param usual  the default: as in the paper, where there is one
/// @param least  of what makes sense
/// @param most  of what makes sense
/// @param meaning  in English, for whoever gave anything else
public record Option(String name, Unit unit, double usual, double least, double most, String meaning) {
    /// What values are measured in, and so what they are mistaken for.
    public enum Unit {
        /// Multiplies or divides something.
        FACTOR,
        /// An angle, often given in degrees.
        RADIANS,
        /// Taken from a cosine, often mistaken for an angle.
        COSINE,
        /// In [0, 1], often given in per cent.
        SHARE,
        /// How many there are of something.
        COUNT
    }

    public Option {
        if (!(least <= usual && usual <= most)) {
            throw new IllegalArgumentException(name + " is usually out of its own range, " + usual);
        }
    }

    /// Whether all values are whole numbers.
    public boolean whole() {
        return unit == Unit.COUNT;
    }

    /// What is probably wrong about a value out of range.
    public String hint(double value) {
        return switch (unit) {
            case RADIANS ->
                value > most ? "is this in degrees? then give " + thousandths(Math.toRadians(value)) : meaning;
            case COSINE -> value >= 1 ? "is this in degrees? " + meaning : meaning;
            case SHARE -> value > 1 ? "is this in per cent? then give " + thousandths(value / 100) : meaning;
            case FACTOR, COUNT -> meaning;
        };
    }

    private static double thousandths(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /// @throws IllegalArgumentException if the value is out of range
    void check(double value) {
        // Written this way round so that NaN is refused too.
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + " must be in [" + least + ", " + most + "], was " + value + ": " + hint(value));
        }
    }
}
