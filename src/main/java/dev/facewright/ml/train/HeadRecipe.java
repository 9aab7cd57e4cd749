package dev.facewright.ml.train;

import dev.facewright.ml.head.Head;
import dev.facewright.ml.head.Heads;
import dev.facewright.ml.head.Option;
import dev.facewright.ml.head.Options;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.head.SmoothedHead;
import java.util.List;

/// The loss that pulls identities apart.
///
/// @param name  one of `Heads.names()`
/// @param options  all that heads can be told, also what plays no part in this one
public record HeadRecipe(String name, Options options) {
    // The order of crops must not be the same numbers when both come from the recipe's seed.
    private static final long SAMPLING_SALT = 0x2545f4914f6cdd1dL;

    /// A head as in its paper, with all centres.
    ///
    /// @param name  one of `Heads.names()`
    public static HeadRecipe named(String name) {
        return new HeadRecipe(name, Options.usual(Heads.options()));
    }

    /// ArcFace as in its paper.
    public static HeadRecipe defaults() {
        return named("arcface");
    }

    /// The same, but for one thing.
    public HeadRecipe with(Option option, double value) {
        return new HeadRecipe(name, options.with(option, value));
    }

    /// @param seed  of the recipe
    Head head(int identities, long seed) {
        Head head = Heads.named(name).maker().make(identities, options);
        if (options.of(SmoothedHead.SMOOTHING) > 0) {
            head = new SmoothedHead(head, options.of(SmoothedHead.SMOOTHING));
        }
        double rate = options.of(PartialFc.RATE);
        return rate < 1 ? new PartialFc(head, rate, seed ^ SAMPLING_SALT) : head;
    }

    List<RecipeProblem> problems() {
        FieldChecks checks = new FieldChecks();
        checks.oneOf("name", name, Heads.names());
        checks.ranges(options);
        return checks.problems();
    }

    /// Part of what a run is known by, like that of `Options`.
    @Override
    public String toString() {
        return "HeadRecipe[name=" + name + ", " + options + "]";
    }
}
