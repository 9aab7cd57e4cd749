package dev.facewright.ml.head;

/// Arithmetic on a cosine, value by value, as data. A backend turns it into its own language; `at` works it out
/// here.
public sealed interface Expression {
    /// The cosine itself, in [-1, 1].
    record Cosine() implements Expression {}

    record Constant(double value) implements Expression {}

    record Sum(Expression left, Expression right) implements Expression {}

    record Product(Expression left, Expression right) implements Expression {}

    /// Square root of the argument, which counts as `least` where it is below: no infinite slope at 0.
    record Root(Expression argument, double least) implements Expression {}

    /// `then` where the cosine is above the threshold, `otherwise` elsewhere; both must be finite everywhere.
    record Above(double threshold, Expression then, Expression otherwise) implements Expression {}

    static Expression cosine() {
        return new Cosine();
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

    /// The value for one cosine.
    default double at(double cosine) {
        return switch (this) {
            case Cosine _ -> cosine;
            case Constant(double value) -> value;
            case Sum(Expression left, Expression right) -> left.at(cosine) + right.at(cosine);
            case Product(Expression left, Expression right) -> left.at(cosine) * right.at(cosine);
            case Root(Expression argument, double least) -> StrictMath.sqrt(Math.max(least, argument.at(cosine)));
            case Above(double threshold, Expression then, Expression otherwise) ->
                cosine > threshold ? then.at(cosine) : otherwise.at(cosine);
        };
    }
}
