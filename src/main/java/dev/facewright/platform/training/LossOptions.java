package dev.facewright.platform.training;

import dev.facewright.ml.head.Option;
import dev.facewright.ml.head.Options;
import dev.facewright.ml.train.HeadRecipe;
import dev.facewright.ml.train.ObjectiveRecipe;
import dev.facewright.ml.train.Recipe;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Groups of a recipe in which a loss is chosen and told its options: in JSON these stand side by side, whichever
/// there are.
@Component
class LossOptions extends SimpleModule {
    /// @param choice  the field that says which loss it is
    private record Group<T, C>(
            Class<T> type,
            String choice,
            Class<C> choices,
            Function<T, C> chosen,
            Function<T, Options> options,
            BiFunction<C, Options, T> maker) {}

    private static final Group<HeadRecipe, String> HEAD =
            new Group<>(HeadRecipe.class, "name", String.class, HeadRecipe::name, HeadRecipe::options, HeadRecipe::new);

    private static final Group<ObjectiveRecipe, ObjectiveRecipe.Kind> OBJECTIVE = new Group<>(
            ObjectiveRecipe.class,
            "kind",
            ObjectiveRecipe.Kind.class,
            ObjectiveRecipe::kind,
            ObjectiveRecipe::options,
            ObjectiveRecipe::new);

    LossOptions() {
        super("loss-options");
        add(HEAD, Recipe.defaults().head());
        add(OBJECTIVE, Recipe.defaults().objective());
    }

    private <T, C> void add(Group<T, C> group, T usual) {
        addSerializer(new Writer<>(group));
        addDeserializer(group.type(), new Reader<>(group, usual));
    }

    private static final class Writer<T, C> extends StdSerializer<T> {
        private final Group<T, C> group;

        Writer(Group<T, C> group) {
            super(group.type());
            this.group = group;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeStartObject(value);
            context.defaultSerializeProperty(group.choice(), group.chosen().apply(value), json);
            group.options().apply(value).values().forEach((option, told) -> write(json, option, told));
            json.writeEndObject();
        }

        private static void write(JsonGenerator json, Option option, double told) {
            json.writeName(option.name());
            if (option.whole()) {
                json.writeNumber((int) told);
            } else {
                json.writeNumber(told);
            }
        }
    }

    private static final class Reader<T, C> extends StdDeserializer<T> {
        private final transient Group<T, C> group;
        private final transient Options usual;

        Reader(Group<T, C> group, T usual) {
            super(group.type());
            this.group = group;
            this.usual = group.options().apply(usual);
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode given = context.readTree(parser);
            C chosen = read(context, given, group.choice(), group.choices());
            Options told = usual;
            for (Option option : usual.all()) {
                if (given.has(option.name())) {
                    told = told.with(option, number(context, given, option));
                }
            }
            return group.maker().apply(chosen, told);
        }

        private double number(DeserializationContext context, JsonNode given, Option option) {
            return option.whole()
                    ? read(context, given, option.name(), int.class)
                    : read(context, given, option.name(), double.class);
        }

        /// Wrong types are told with their paths.
        private <V> V read(DeserializationContext context, JsonNode given, String field, Class<V> type) {
            try {
                return context.readTreeAsValue(given.required(field), type);
            } catch (JacksonException wrong) {
                throw wrong.prependPath(group.type(), field);
            }
        }
    }
}
