package dev.facewright.platform.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

/// One page of a list, as REST answers give it and pages show it.
///
/// @param page  counted from 0
/// @param total  items on all pages together
/// @param moreThanTotal  whether there are more than `total`: nobody counted further
/// @param previous  key of the page before, where the list has keys and there is one
/// @param next  key of the page after, likewise
public record PageView<T>(
        List<T> items,
        int page,
        int size,
        long total,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean moreThanTotal,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PageKey previous,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PageKey next) {
    public PageView {
        items = List.copyOf(items);
    }

    public PageView(List<T> items, int page, int size, long total) {
        this(items, page, size, total, false, null, null);
    }

    /// A page of a long list, whose neighbours can be had by key.
    ///
    /// @param key  what the list is ordered by, together unique
    public static <T> PageView<T> keyed(
            List<T> items, int page, int size, long total, Function<? super T, List<String>> key) {
        return keyed(new PageView<>(items, page, size, total), key);
    }

    /// The same of a list that was counted up to a limit.
    ///
    /// @param counted  one more than `most` if there are more
    public static <T> PageView<T> keyed(
            List<T> items, int page, int size, long counted, long most, Function<? super T, List<String>> key) {
        return keyed(new PageView<>(items, page, size, Math.min(counted, most), counted > most, null, null), key);
    }

    private static <T> PageView<T> keyed(PageView<T> plain, Function<? super T, List<String>> key) {
        List<T> items = plain.items;
        return new PageView<>(
                items,
                plain.page,
                plain.size,
                plain.total,
                plain.moreThanTotal,
                plain.hasPrevious() && !items.isEmpty() ? new PageKey(true, key.apply(items.getFirst())) : null,
                plain.hasNext() && !items.isEmpty() ? new PageKey(false, key.apply(items.getLast())) : null);
    }

    public static <S, T> PageView<T> of(Page<S> page, Function<? super S, ? extends T> view) {
        return new PageView<>(
                page.getContent().stream().<T>map(view).toList(),
                page.getNumber(),
                page.getSize(),
                page.getTotalElements());
    }

    public <S> PageView<S> map(Function<? super T, ? extends S> view) {
        return new PageView<>(items.stream().<S>map(view).toList(), page, size, total, moreThanTotal, previous, next);
    }

    public boolean hasNext() {
        return moreThanTotal ? items.size() == size : (page + 1L) * size < total;
    }

    public boolean hasPrevious() {
        return page > 0;
    }
}
