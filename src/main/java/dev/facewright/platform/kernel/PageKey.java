package dev.facewright.platform.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Where a page of a long list lies: next to an item already seen, named by what the list is ordered by. It costs
/// the same at any depth, where a page found by its number has everything before it to skip.
///
/// As text, for links, `after~7f0e~42`.
///
/// @param before  whether the page ends there instead of beginning
/// @param values  as many as the list is ordered by, together unique
public record PageKey(boolean before, List<String> values) {
    private static final String SEPARATOR = "~";
    private static final Pattern FORM = Pattern.compile("(after|before)(~[A-Za-z0-9:.-]{1,64}){1,4}");

    public PageKey {
        values = List.copyOf(values);
    }

    /// @throws IllegalArgumentException if it is no key
    public static PageKey of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not the key of a page");
        }
        List<String> parts = List.of(text.split(SEPARATOR));
        return new PageKey(parts.getFirst().equals("before"), parts.subList(1, parts.size()));
    }

    /// @throws PageKeyRefused if it is another list's
    public long number(int index) {
        return read(index, Long::valueOf);
    }

    /// @throws PageKeyRefused if it is another list's
    public UUID uuid(int index) {
        return read(index, UUID::fromString);
    }

    private <T> T read(int index, Function<String, T> as) {
        try {
            return as.apply(values.get(index));
        } catch (IllegalArgumentException | IndexOutOfBoundsException another) {
            throw new PageKeyRefused();
        }
    }

    @Override
    @JsonValue
    public String toString() {
        return (before ? "before" : "after") + SEPARATOR + String.join(SEPARATOR, values);
    }

    /// The key in the address is not one of this list's pages.
    public static final class PageKeyRefused extends DomainException {
        PageKeyRefused() {
            super(ProblemKind.INVALID, "page-key-refused");
        }
    }
}
