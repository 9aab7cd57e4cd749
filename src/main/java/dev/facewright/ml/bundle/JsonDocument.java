package dev.facewright.ml.bundle;

import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// A JSON file of a bundle: one object, one entry a line, indented by two, the same on every platform.
final class JsonDocument {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultIndenter INDENTED = new DefaultIndenter("  ", "\n");
    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private JsonDocument() {}

    /// @param entries  writes those of the object
    static String of(Consumer<JsonGenerator> entries) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(new Indented(), text)) {
            json.writeStartObject();
            entries.accept(json);
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    static void object(JsonGenerator json, String name, Consumer<JsonGenerator> entries) {
        json.writeObjectPropertyStart(name);
        entries.accept(json);
        json.writeEndObject();
    }

    static <T> void array(JsonGenerator json, String name, List<T> items, Consumer<T> write) {
        json.writeArrayPropertyStart(name);
        items.forEach(write);
        json.writeEndArray();
    }

    private static final class Indented extends ObjectWriteContext.Base {
        private final PrettyPrinter printer = new DefaultPrettyPrinter(SEPARATORS)
                .withObjectIndenter(INDENTED)
                .withArrayIndenter(INDENTED);

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
