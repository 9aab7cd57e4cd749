package dev.facewright.ml.train;

import dev.facewright.ml.data.Sampling;
import dev.facewright.ml.head.Contrastive;
import dev.facewright.ml.head.MoCo;
import dev.facewright.ml.head.Option;
import dev.facewright.ml.head.Options;
import dev.facewright.ml.head.SimClr;
import dev.facewright.ml.train.RecipeProblem.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a run learns from.
///
/// @param kind  with labels, or without and how
/// @param options  all that objectives can be told, also what plays no part in this one
public record ObjectiveRecipe(Kind kind, Options options) {
    public enum Kind {
        /// Identities, by the recipe's head.
        SUPERVISED(null),
        /// Views of one crop among those of the batch. Larger batches have more to be told from.
        SIMCLR(SimClr.KIND),
        /// Views of one crop among those of a queue, which does not depend on the batch.
        MOCO(MoCo.KIND);

        private final Contrastive.@Nullable Kind contrastive;

        Kind(Contrastive.@Nullable Kind contrastive) {
            this.contrastive = contrastive;
        }

        private Optional<Contrastive.Kind> contrastive() {
            return Optional.ofNullable(contrastive);
        }

        List<Option> options() {
            return contrastive().map(Contrastive.Kind::options).orElse(List.of());
        }
    }

    /// With a head; set for a contrastive run of a few thousand steps if the kind is changed: the papers' queue and
    /// momentum are for a million images.
    public static final ObjectiveRecipe SUPERVISED = of(Kind.SUPERVISED);

    /// As usual.
    public static ObjectiveRecipe of(Kind kind) {
        return new ObjectiveRecipe(kind, Options.usual(allOptions()));
    }

    /// All that objectives can be told, in the order of a form.
    static List<Option> allOptions() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> kind.options().stream())
                .distinct()
                .toList();
    }

    /// The same, but for one thing.
    public ObjectiveRecipe with(Option option, double value) {
        return new ObjectiveRecipe(kind, options.with(option, value));
    }

    /// Whether identities play a part.
    public boolean labelled() {
        return kind == Kind.SUPERVISED;
    }

    Optional<Contrastive> contrastive() {
        return kind.contrastive().map(Contrastive.Kind::maker).map(maker -> maker.apply(options));
    }

    /// @param batchSize  of the recipe it is part of, as the sampling
    List<RecipeProblem> problems(int batchSize, Sampling sampling) {
        FieldChecks checks = new FieldChecks();
        if (!labelled() && sampling.kind() != Sampling.Kind.UNIFORM) {
            checks.add(
                    "kind",
                    Rule.SAMPLES_BY_IDENTITY,
                    List.of(sampling.kind()),
                    "knows no identities to sample by: set sampler.kind to UNIFORM, was " + sampling.kind());
        }
        checks.ranges(options);
        int queueSize = options.count(MoCo.QUEUE_SIZE);
        if (kind == Kind.MOCO && queueSize < batchSize) {
            checks.add(
                    "queueSize",
                    Rule.BELOW_BATCH_SIZE,
                    List.of(batchSize, queueSize),
                    "must be at least the batch size, " + batchSize + ", was " + queueSize);
        }
        return checks.problems();
    }

    /// Part of what a run is known by, like that of `Options`.
    @Override
    public String toString() {
        return "ObjectiveRecipe[kind=" + kind + ", " + options + "]";
    }
}
