package dev.facewright.platform.kernel;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a form offers to choose from: as many as somebody looks through. Others are found by a part of their name.
///
/// @param more  whether there are others
public record Choice<T>(List<T> items, boolean more) {
    public static final int MOST = 50;

    public Choice {
        items = List.copyOf(items);
    }

    /// @param found  one more than `MOST` if there are more
    public static <S, T> Choice<T> of(List<S> found, Function<? super S, ? extends T> view) {
        return new Choice<>(found.stream().limit(MOST).<T>map(view).toList(), found.size() > MOST);
    }

    /// With this one first, unless it is there already.
    public Choice<T> with(T chosen) {
        return items.contains(chosen)
                ? this
                : new Choice<>(Stream.concat(Stream.of(chosen), items.stream()).toList(), more);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
