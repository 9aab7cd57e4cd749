package dev.facewright.ml.torch;

import dev.facewright.ml.head.Expression;
import dev.facewright.ml.head.Head;

/// Writes a head and its cross entropy into a script. Only the target's column has a margin, so only it is
/// worked on.
final class HeadScript {
    // Of a length: a vector of zeros has no direction, and must not become NaN.
    private static final double LEAST_LENGTH = 1e-12;

    /// Variables of the mean loss and of the number of images nearest to their own centre.
    record Outcome(String loss, String hits) {}

    private final Script script;

    HeadScript(Script script) {
        this.script = script;
    }

    /// @param embedding  float32 `[batch, dimensions]`
    /// @param centres  float32 `[identities, dimensions]`
    /// @param labels  int64 `[batch]`
    Outcome write(Head head, String embedding, String centres, String labels) {
        String product = "torch.matmul(" + unit(embedding) + ", torch.t(" + unit(centres) + "))";
        String cosines = script.let("torch.clamp(" + product + ", -1., 1.)");
        String column = script.let("torch.unsqueeze(" + labels + ", 1)");
        String target = script.let("torch.gather(" + cosines + ", 1, " + column + ")");
        String others = expression(head.otherLogit(), cosines);
        String own = expression(head.targetLogit(), target);
        String logits = script.let("torch.scatter(" + others + ", 1, " + column + ", " + own + ")");
        String loss = script.let("torch.cross_entropy_loss(" + logits + ", " + labels + ")");
        String nearest = "torch.argmax(torch.detach(" + cosines + "), 1)";
        return new Outcome(loss, script.let("torch.sum(torch.eq(" + nearest + ", " + labels + "))"));
    }

    private String unit(String rows) {
        String length = "torch.norm(" + rows + ", 2, [1], True)";
        return script.let(
                "torch.div(" + rows + ", torch.clamp_min(" + length + ", " + Script.number(LEAST_LENGTH) + "))");
    }

    private String expression(Expression expression, String cosine) {
        return switch (expression) {
            case Expression.Cosine _ -> cosine;
            case Expression.Constant(double value) ->
                script.let("torch.full_like(" + cosine + ", " + Script.number(value) + ")");
            case Expression.Sum(Expression left, Expression right) -> binary("add", left, right, cosine);
            case Expression.Product(Expression left, Expression right) -> binary("mul", left, right, cosine);
            case Expression.Root(Expression argument, double least) ->
                script.let("torch.sqrt(torch.clamp_min(" + expression(argument, cosine) + ", " + Script.number(least)
                        + "))");
            case Expression.Above(double threshold, Expression then, Expression otherwise) ->
                script.let("torch.where(torch.gt(" + cosine + ", " + Script.number(threshold) + "), "
                        + expression(then, cosine) + ", " + expression(otherwise, cosine) + ")");
        };
    }

    private String binary(String function, Expression left, Expression right, String cosine) {
        String second =
                right instanceof Expression.Constant(double value) ? Script.number(value) : expression(right, cosine);
        return script.let("torch." + function + "(" + expression(left, cosine) + ", " + second + ")");
    }
}
