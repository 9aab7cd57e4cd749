package dev.facewright.ml.torch.objective;

import dev.facewright.ml.head.Expression;
import dev.facewright.ml.torch.text.Script;

/// Writes a head's arithmetic into a script.
///
/// @param nearness  the variable of nearnesses, `[batch, columns]`
/// @param length  the variable of the embeddings' lengths, `[batch, 1]`
/// @param meanLength  the expression of their running mean, `[1]`
/// @param lengthDeviation  the expression of their running deviation, `[1]`
record ExpressionScript(Script script, String nearness, String length, String meanLength, String lengthDeviation) {
    /// For expressions of nothing but the nearness.
    static ExpressionScript of(Script script, String nearness) {
        return new ExpressionScript(script, nearness, "", "", "");
    }

    /// @return the variable of the value
    String write(Expression expression) {
        return switch (expression) {
            case Expression.Nearness _ -> nearness;
            case Expression.Length _ -> known(length);
            case Expression.MeanLength _ -> known(meanLength);
            case Expression.LengthDeviation _ -> known(lengthDeviation);
            case Expression.Constant(double value) -> call("full_like", nearness, Script.number(value));
            case Expression.Sum(Expression left, Expression right) -> call("add", write(left), second(right));
            case Expression.Product(Expression left, Expression right) -> call("mul", write(left), second(right));
            case Expression.Quotient(Expression left, Expression right) -> call("div", write(left), second(right));
            case Expression.Root(Expression argument, double least) ->
                call("sqrt", call("clamp_min", write(argument), Script.number(least)));
            case Expression.Angle(Expression sine, Expression cosine) -> call("atan2", write(sine), write(cosine));
            case Expression.Cosine(Expression angle) -> call("cos", write(angle));
            case Expression.Clip(Expression argument, double least, double most) ->
                call("clamp", write(argument), Script.number(least), Script.number(most));
            case Expression.Above(double threshold, Expression then, Expression otherwise) ->
                call("where", call("gt", nearness, Script.number(threshold)), write(then), write(otherwise));
        };
    }

    private String second(Expression expression) {
        return expression instanceof Expression.Constant(double value) ? Script.number(value) : write(expression);
    }

    private static String known(String variable) {
        if (variable.isEmpty()) {
            throw new IllegalStateException("Only the target's logit of a head with lengths may read them");
        }
        return variable;
    }

    private String call(String function, String... arguments) {
        return script.let("torch." + function + "(" + String.join(", ", arguments) + ")");
    }
}
