package dev.facewright.ml.head;

import java.util.List;
import java.util.stream.Stream;

/// The heads that a recipe can name.
public final class Heads {
    private static final List<Head.Kind> ALL = List.of(
            Softmax.KIND,
            NormalisedSoftmax.KIND,
            ArcFace.KIND,
            CosFace.KIND,
            CombinedMargin.KIND,
            AdaFace.KIND,
            SubCentreArcFace.KIND);

    /// What every head can be told, whichever it is; the usual value switches it off.
    private static final List<Option> OF_EVERY_HEAD = List.of(PartialFc.RATE, SmoothedHead.SMOOTHING);

    private static final List<Option> OPTIONS = Stream.concat(
                    ALL.stream().flatMap(kind -> kind.options().stream()), OF_EVERY_HEAD.stream())
            .distinct()
            .toList();

    private Heads() {}

    /// @throws IllegalArgumentException if there is no head of that name
    public static Head.Kind named(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No head named " + name + ", there is " + String.join(", ", names())));
    }

    /// In alphabetical order.
    public static List<String> names() {
        return names(ALL.stream());
    }

    /// All that heads can be told, in the order of a form.
    public static List<Option> options() {
        return OPTIONS;
    }

    public static List<Option> optionsOfEveryHead() {
        return OF_EVERY_HEAD;
    }

    /// Names of the heads for which the option plays a part, in alphabetical order.
    public static List<String> taking(Option option) {
        return names(ALL.stream().filter(kind -> kind.options().contains(option) || OF_EVERY_HEAD.contains(option)));
    }

    private static List<String> names(Stream<Head.Kind> kinds) {
        return kinds.map(Head.Kind::name).sorted().toList();
    }
}
