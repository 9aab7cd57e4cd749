package dev.facewright.ml.head;

/// Arithmetic on what is known of one image and one centre, value by value, as data. A backend turns it into its
/// own language; `at` works it out here.
public sealed interface Expression {
    /// How near the embedding is to the centre: a cosine in [-1, 1], or whatever the head's `Similarity` gives.
    record Nearness() implements Expression {}

    /// The embedding's length, held in the head's `LengthStatistics` bounds; it carries no gradient.
    record Length() implements Expression {}

    /// Running mean of the lengths.
    record MeanLength() implements Expression {}

    /// Running standard deviation of the lengths.
    record LengthDeviation() implements Expression {}

    record Constant(double value) implements Expression {}

    record Sum(Expression left, Expression right) implements Expression {}

    record Product(Expression left, Expression right) implements Expression {}

    /// The divisor must be above 0 everywhere.
    record Quotient(Expression dividend, Expression divisor) implements Expression {}

    /// Square root of the argument, which counts as `least` where it is below: no infinite slope at 0.
    record Root(Expression argument, double least) implements Expression {}

    /// The angle in (0, π) of a cosine and its sine, which must be above 0: an arc cosine with a finite slope
    /// everywhere, if the sine has one.
    record Angle(Expression sine, Expression cosine) implements Expression {}

    /// Cosine of an angle in radians.
    record Cosine(Expression angle) implements Expression {}

    /// The argument held in [least, most], without a slope outside.
    record Clip(Expression argument, double least, double most) implements Expression {}

    /// `then` where the nearness is above the threshold, `otherwise` elsewhere; both must be finite everywhere.
    record Above(double threshold, Expression then, Expression otherwise) implements Expression {}

    /// What an expression is worked out for; NaN for what it does not read.
    record Inputs(double nearness, double length, double meanLength, double lengthDeviation) {}

    static Expression nearness() {
        return new Nearness();
    }

    default Expression plus(Expression other) {
        return new Sum(this, other);
    }

    default Expression plus(double value) {
        return new Sum(this, new Constant(value));
    }

    default Expression times(Expression other) {
        return new Product(this, other);
    }

    default Expression times(double factor) {
        return new Product(this, new Constant(factor));
    }

    /// The value for one nearness, of an expression that reads nothing else.
    default double at(double nearness) {
        return at(new Inputs(nearness, Double.NaN, Double.NaN, Double.NaN));
    }

    default double at(Inputs inputs) {
        return switch (this) {
            case Nearness _ -> inputs.nearness();
            case Length _ -> inputs.length();
            case MeanLength _ -> inputs.meanLength();
            case LengthDeviation _ -> inputs.lengthDeviation();
            case Constant(double value) -> value;
            case Sum(Expression left, Expression right) -> left.at(inputs) + right.at(inputs);
            case Product(Expression left, Expression right) -> left.at(inputs) * right.at(inputs);
            case Quotient(Expression dividend, Expression divisor) -> dividend.at(inputs) / divisor.at(inputs);
            case Root(Expression argument, double least) -> StrictMath.sqrt(Math.max(least, argument.at(inputs)));
            case Angle(Expression sine, Expression cosine) -> StrictMath.atan2(sine.at(inputs), cosine.at(inputs));
            case Cosine(Expression angle) -> StrictMath.cos(angle.at(inputs));
            case Clip(Expression argument, double least, double most) ->
                Math.min(most, Math.max(least, argument.at(inputs)));
            case Above(double threshold, Expression then, Expression otherwise) ->
                inputs.nearness() > threshold ? then.at(inputs) : otherwise.at(inputs);
        };
    }
}
