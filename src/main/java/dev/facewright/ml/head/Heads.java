package dev.facewright.ml.head;

import java.util.List;
import java.util.Map;

/// The heads that a recipe can name.
public final class Heads {
    /// Makes a head for the identities of a data set.
    @FunctionalInterface
    public interface Maker {
        /// @throws IllegalArgumentException if a value is out of the head's range
        Head make(int identities, double scale, double marginRadians);
    }

    private static final Map<String, Maker> MAKERS = Map.of(ArcFace.NAME, ArcFace::new);

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
}
