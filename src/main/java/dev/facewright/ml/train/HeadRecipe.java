package dev.facewright.ml.train;

import dev.facewright.ml.head.Head;
import dev.facewright.ml.head.HeadOptions;
import dev.facewright.ml.head.Heads;
import java.util.List;

/// The loss that pulls identities apart.
///
/// @param name  one of `Heads.names()`
/// @param scale  what the head multiplies cosines with
/// @param marginRadians  the head's angular margin
public record HeadRecipe(String name, double scale, double marginRadians) {
    /// ArcFace as in its paper.
    public static HeadRecipe defaults() {
        return new HeadRecipe("arcface", 64, 0.5);
    }

    Head head(int identities) {
        return Heads.named(name).make(identities, options());
    }

    private HeadOptions options() {
        HeadOptions paper = HeadOptions.defaults();
        return new HeadOptions(
                scale,
                marginRadians,
                paper.cosineMargin(),
                paper.angleFactor(),
                paper.adaptiveMargin(),
                paper.adaptivity(),
                paper.subCentres());
    }

    List<RecipeProblem> problems() {
        FieldChecks checks = new FieldChecks();
        checks.oneOf("name", name, Heads.names());
        checks.range("scale", scale, 1, 256, "it multiplies cosines, 64 is usual");
        checks.range("marginRadians", marginRadians, 0, 1.5, marginHint());
        return checks.problems();
    }

    private String marginHint() {
        return marginRadians > 1.5
                ? "is this in degrees? then give " + Math.round(Math.toRadians(marginRadians) * 1000) / 1000.0
                : "it is an angle in radians, 0.5 is usual";
    }
}
