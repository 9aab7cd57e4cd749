package dev.facewright.ml.synth;

import java.util.function.ToDoubleFunction;

/// What one parameter promises: changed from one value to another, it changes a measure by so much.
///
/// @param parameter  its path in `Sitting`
/// @param least  of the change of the measure
/// @param most  of the change of the measure
record Promise(String parameter, Object from, Object to, double least, double most, ToDoubleFunction<Sitting> measure) {
    private static final double ROUNDING = 1e-9;
    private static final double RASTER = 0.02;

    /// As the parameter's definition says.
    static Promise exactly(String parameter, Object from, Object to, double change, ToDoubleFunction<Sitting> measure) {
        return new Promise(parameter, from, to, change - ROUNDING, change + ROUNDING, measure);
    }

    /// As its definition says, seen through a table or pixels: a fiftieth more or less, or 0.002.
    static Promise about(String parameter, Object from, Object to, double change, ToDoubleFunction<Sitting> measure) {
        double tolerance = Math.max(0.002, RASTER * Math.abs(change));
        return new Promise(parameter, from, to, change - tolerance, change + tolerance, measure);
    }

    /// In that direction, and seen.
    static Promise more(String parameter, Object from, Object to, double least, ToDoubleFunction<Sitting> measure) {
        return new Promise(parameter, from, to, least, Double.POSITIVE_INFINITY, measure);
    }

    double change() {
        return measure.applyAsDouble(Sitting.PLAIN.with(parameter, to))
                - measure.applyAsDouble(Sitting.PLAIN.with(parameter, from));
    }

    @Override
    public String toString() {
        return parameter + " " + from + " to " + to;
    }
}
