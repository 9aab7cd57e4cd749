package dev.facewright.ml.bundle;

import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Writes the JSON of a bundle: maps, lists, strings, finite numbers, booleans and null, indented by two.
/// RFC 8259, <https://www.rfc-editor.org/rfc/rfc8259>.
final class Json {
    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder text = new StringBuilder();

    private Json() {}

    static String write(Map<String, ?> object) {
        Json json = new Json();
        json.value(object, 0);
        return json.text.append('\n').toString();
    }

    private void value(@Nullable Object value, int depth) {
        switch (value) {
            case null -> text.append("null");
            case String string -> string(string);
            case Boolean flag -> text.append(flag);
            case Number number -> number(number);
            case Map<?, ?> map ->
                each('{', map.entrySet().iterator(), '}', depth, (entry, inner) -> {
                    string(String.valueOf(entry.getKey()));
                    text.append(": ");
                    value(entry.getValue(), inner);
                });
            case List<?> list -> each('[', list.iterator(), ']', depth, this::value);
            default -> throw new IllegalArgumentException("No JSON form for " + value.getClass());
        }
    }

    private <T> void each(char open, Iterator<T> items, char close, int depth, BiConsumer<T, Integer> write) {
        text.append(open);
        boolean any = items.hasNext();
        while (items.hasNext()) {
            text.append('\n').append("  ".repeat(depth + 1));
            write.accept(items.next(), depth + 1);
            text.append(items.hasNext() ? "," : "");
        }
        text.append(any ? "\n" + "  ".repeat(depth) : "").append(close);
    }

    private void number(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException("JSON has no " + number);
        }
        text.append(number);
    }

    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            character(string.charAt(i));
        }
        text.append('"');
    }

    private void character(char character) {
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                // a surrogate without its other half would not survive UTF-8
                if (character < FIRST_PRINTABLE || Character.isSurrogate(character)) {
                    text.append("\\u").append(HexFormat.of().toHexDigits(character));
                } else {
                    text.append(character);
                }
            }
        }
    }
}
