package dev.facewright.ml.train;

import dev.facewright.ml.head.Head;
import dev.facewright.ml.head.HeadOptions;
import dev.facewright.ml.head.Heads;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.head.SmoothedHead;
import java.util.List;

/// The loss that pulls identities apart. `HeadOptions` says for which heads a value plays a part.
///
/// @param name  one of `Heads.names()`
/// @param scale  what the head multiplies cosines with
/// @param marginRadians  added to the target's angle
/// @param cosineMargin  taken from the target's cosine
/// @param angleFactor  multiplies the target's angle
/// @param adaptiveMargin  AdaFace's m, radians in the angle and a share of the cosine
/// @param adaptivity  AdaFace's h: how much the embedding's length counts
/// @param subCentres  centres of each identity, of which the nearest counts
/// @param centreSamplingRate  share of the centres that a step works with; 1 for all
/// @param labelSmoothing  share of the target's probability that is spread over all classes
public record HeadRecipe(
        String name,
        double scale,
        double marginRadians,
        double cosineMargin,
        double angleFactor,
        double adaptiveMargin,
        double adaptivity,
        int subCentres,
        double centreSamplingRate,
        double labelSmoothing) {
    // The order of crops must not be the same numbers when both come from the recipe's seed.
    private static final long SAMPLING_SALT = 0x2545f4914f6cdd1dL;

    /// As in its paper, with all centres, but for scale and angular margin.
    public HeadRecipe(String name, double scale, double marginRadians) {
        this(name, HeadOptions.defaults(), scale, marginRadians);
    }

    private HeadRecipe(String name, HeadOptions paper, double scale, double marginRadians) {
        this(
                name,
                scale,
                marginRadians,
                paper.cosineMargin(),
                paper.angleFactor(),
                paper.adaptiveMargin(),
                paper.adaptivity(),
                paper.subCentres(),
                1,
                0);
    }

    /// A head as in its paper.
    ///
    /// @param name  one of `Heads.names()`
    public static HeadRecipe named(String name) {
        HeadOptions paper = HeadOptions.defaults();
        return new HeadRecipe(name, paper.scale(), paper.marginRadians());
    }

    /// ArcFace as in its paper.
    public static HeadRecipe defaults() {
        return named("arcface");
    }

    /// @param seed  of the recipe
    Head head(int identities, long seed) {
        Head head = Heads.named(name).make(identities, options());
        if (labelSmoothing > 0) {
            head = new SmoothedHead(head, labelSmoothing);
        }
        return centreSamplingRate < 1 ? new PartialFc(head, centreSamplingRate, seed ^ SAMPLING_SALT) : head;
    }

    private HeadOptions options() {
        return new HeadOptions(scale, marginRadians, cosineMargin, angleFactor, adaptiveMargin, adaptivity, subCentres);
    }

    List<RecipeProblem> problems() {
        FieldChecks checks = new FieldChecks();
        checks.oneOf("name", name, Heads.names());
        checks.range("scale", scale, 1, 256, "it multiplies cosines, 64 is usual");
        checks.range("marginRadians", marginRadians, 0, 1.5, marginHint());
        checks.range("cosineMargin", cosineMargin, 0, 0.95, cosineHint(cosineMargin, "0.35"));
        checks.range("angleFactor", angleFactor, 1, 4, "it multiplies the angle, 1 leaves it as it is");
        checks.range("adaptiveMargin", adaptiveMargin, 0, 0.95, cosineHint(adaptiveMargin, "0.4"));
        checks.range("adaptivity", adaptivity, 0, 1, "a share, 0.333 is usual");
        checks.range("subCentres", subCentres, 1, 16, "centres of each identity, 3 is usual");
        checks.range("centreSamplingRate", centreSamplingRate, 0.1, 1, percentHint(centreSamplingRate, "1 is all"));
        checks.range("labelSmoothing", labelSmoothing, 0, 0.5, percentHint(labelSmoothing, "0.1 is usual"));
        return checks.problems();
    }

    private String marginHint() {
        return marginRadians > 1.5
                ? "is this in degrees? then give " + Math.round(Math.toRadians(marginRadians) * 1000) / 1000.0
                : "it is an angle in radians, 0.5 is usual";
    }

    private static String cosineHint(double margin, String usual) {
        return margin >= 1
                ? "is this in degrees? it is taken from a cosine, " + usual + " is usual"
                : "it is taken from a cosine, " + usual + " is usual";
    }

    private static String percentHint(double share, String usual) {
        return share > 1 ? "is this in per cent? then give " + share / 100 : "a share, " + usual;
    }
}
