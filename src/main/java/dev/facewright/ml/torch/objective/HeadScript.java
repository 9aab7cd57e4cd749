package dev.facewright.ml.torch.objective;

import dev.facewright.ml.head.Head;
import dev.facewright.ml.head.Head.LengthStatistics;
import dev.facewright.ml.torch.objective.ObjectiveScript.Outcome;
import dev.facewright.ml.torch.text.Script;
import java.util.function.UnaryOperator;

/// Writes a head and its cross entropy into a script. Only the target's column has a margin, so only it is
/// worked on.
final class HeadScript {
    // Of a length: a vector of zeros has no direction, and must not become NaN.
    private static final double LEAST_LENGTH = 1e-12;

    private final Script script;
    private final UnaryOperator<String> tensor;

    /// @param tensor  from a tensor's name to the expression that reads it
    HeadScript(Script script, UnaryOperator<String> tensor) {
        this.script = script;
        this.tensor = tensor;
    }

    /// @param embedding  float32 `[batch, dimensions]`
    /// @param labels  int64 `[batch]`, places among the classes of the step
    Outcome write(Head head, String embedding, String labels) {
        String nearness = nearest(head, nearness(head, embedding));
        String column = script.let("torch.unsqueeze(" + labels + ", 1)");
        String target = script.let("torch.gather(" + nearness + ", 1, " + column + ")");
        String others = ExpressionScript.of(script, nearness).write(head.otherLogit());
        String own = target(head, embedding, target).write(head.targetLogit());
        String logits = script.let("torch.scatter(" + others + ", 1, " + column + ", " + own + ")");
        String loss = script.let("torch.cross_entropy_loss(" + logits + ", " + labels + ", None, 1, -100, "
                + Script.number(head.labelSmoothing()) + ")");
        String first = "torch.argmax(torch.detach(" + nearness + "), 1)";
        return new Outcome(loss, script.let("torch.sum(torch.eq(" + first + ", " + labels + "))"));
    }

    /// float32 `[batch, classes · subCentres]`
    private String nearness(Head head, String embedding) {
        String centres = tensor.apply(HeadTensors.CENTRES);
        return switch (head.similarity()) {
            case COSINE -> {
                String product =
                        "torch.matmul(" + unit(script, embedding) + ", torch.t(" + unit(script, centres) + "))";
                yield script.let("torch.clamp(" + product + ", -1., 1.)");
            }
            case LINEAR ->
                script.let("torch.linear(" + embedding + ", " + centres + ", " + tensor.apply(HeadTensors.BIAS) + ")");
        };
    }

    private String nearest(Head head, String nearness) {
        return head.subCentres() == 1
                ? nearness
                : script.let("torch.amax(torch.unflatten(" + nearness + ", 1, [-1, " + head.subCentres() + "]), [2])");
    }

    private ExpressionScript target(Head head, String embedding, String target) {
        if (head.lengths().isEmpty()) {
            return ExpressionScript.of(script, target);
        }
        String length = follow(head.lengths().get(), embedding);
        return new ExpressionScript(
                script,
                target,
                length,
                tensor.apply(HeadTensors.MEAN_LENGTH),
                tensor.apply(HeadTensors.LENGTH_DEVIATION));
    }

    /// Moves the running statistics by the batch's, then gives its lengths.
    private String follow(LengthStatistics statistics, String embedding) {
        String norm = "torch.norm(torch.detach(" + embedding + "), 2, [1], True)";
        String length = script.let("torch.clamp(" + norm + ", " + Script.number(statistics.least()) + ", "
                + Script.number(statistics.most()) + ")");
        String both = script.let("[torch.mean(" + length + "), torch.std(" + length + ")]");
        String momentum = Script.number(statistics.momentum());
        script.line("torch._foreach_mul_(" + HeadTensors.STATISTICS + ", " + momentum + ")");
        script.line("torch._foreach_add_(" + HeadTensors.STATISTICS + ", " + both + ", alpha="
                + Script.number(1 - statistics.momentum()) + ")");
        return length;
    }

    /// Each row at length 1.
    static String unit(Script script, String rows) {
        String length = "torch.norm(" + rows + ", 2, [1], True)";
        return script.let(
                "torch.div(" + rows + ", torch.clamp_min(" + length + ", " + Script.number(LEAST_LENGTH) + "))");
    }
}
