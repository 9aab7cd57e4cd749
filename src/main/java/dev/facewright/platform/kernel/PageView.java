package dev.facewright.platform.kernel;

import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Page;

/// One page of a list, as REST answers give it and pages show it.
///
/// @param page  counted from 0
/// @param total  items on all pages together
public record PageView<T>(List<T> items, int page, int size, long total) {
    public PageView {
        items = List.copyOf(items);
    }

    public static <S, T> PageView<T> of(Page<S> page, Function<? super S, ? extends T> view) {
        return new PageView<>(
                page.getContent().stream().<T>map(view).toList(),
                page.getNumber(),
                page.getSize(),
                page.getTotalElements());
    }

    public boolean hasNext() {
        return (page + 1L) * size < total;
    }

    public boolean hasPrevious() {
        return page > 0;
    }
}
