package dev.facewright.ml.head;

import java.util.List;
import java.util.Map;

/// The heads that a recipe can name.
public final class Heads {
    /// Makes a head for the identities of a data set.
    @FunctionalInterface
    public interface Maker {
        /// @throws IllegalArgumentException if a value is out of the head's range
        Head make(int identities, HeadOptions options);
    }

    private static final Map<String, Maker> MAKERS = Map.of(
            Softmax.NAME, (n, _) -> new Softmax(n),
            NormalisedSoftmax.NAME, (n, o) -> new NormalisedSoftmax(n, o.scale()),
            ArcFace.NAME, Heads::arcFace,
            CosFace.NAME, (n, o) -> new CosFace(n, o.scale(), o.cosineMargin()),
            CombinedMargin.NAME, Heads::combined,
            AdaFace.NAME, (n, o) -> new AdaFace(n, o.scale(), o.adaptiveMargin(), o.adaptivity()),
            SubCentreArcFace.NAME, (n, o) -> new SubCentreArcFace(arcFace(n, o), o.subCentres()));

    private Heads() {}

    /// @throws IllegalArgumentException if there is no head of that name
    public static Maker named(String name) {
        Maker maker = MAKERS.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("No head named " + name + ", there is " + String.join(", ", names()));
        }
        return maker;
    }

    /// In alphabetical order.
    public static List<String> names() {
        return MAKERS.keySet().stream().sorted().toList();
    }

    private static ArcFace arcFace(int identities, HeadOptions options) {
        return new ArcFace(identities, options.scale(), options.marginRadians());
    }

    private static CombinedMargin combined(int identities, HeadOptions options) {
        return new CombinedMargin(
                identities, options.scale(), options.angleFactor(), options.marginRadians(), options.cosineMargin());
    }
}
