package dev.facewright.platform.training.web;

import dev.facewright.ml.head.Option;
import dev.facewright.ml.head.Options;
import dev.facewright.ml.train.HeadRecipe;
import dev.facewright.ml.train.ObjectiveRecipe;
import dev.facewright.ml.train.Recipe;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What losses can be told, in the OpenAPI document as in JSON: an option is a field of its group.
@Configuration
class LossDocumentation {
    @Bean
    OpenApiCustomizer lossSchemas() {
        Recipe usual = Recipe.defaults();
        return api -> {
            Map<String, Schema> schemas = api.getComponents().getSchemas();
            flatten(schema(schemas, HeadRecipe.class), usual.head().options());
            flatten(schema(schemas, ObjectiveRecipe.class), usual.objective().options());
            List.of(Options.class, Option.class).forEach(type -> schemas.remove(type.getSimpleName()));
        };
    }

    private static Schema<?> schema(Map<String, Schema> schemas, Class<?> type) {
        return Objects.requireNonNull(schemas.get(type.getSimpleName()), type::getSimpleName);
    }

    private static void flatten(Schema<?> group, Options options) {
        Map<String, Schema> fields = group.getProperties();
        fields.remove("options");
        options.all().forEach(option -> fields.put(option.name(), schema(option)));
    }

    private static Schema<?> schema(Option option) {
        Schema<?> schema = new Schema<>();
        schema.addType(option.whole() ? "integer" : "number");
        return schema.format(option.whole() ? "int32" : "double")
                .minimum(BigDecimal.valueOf(option.least()))
                .maximum(BigDecimal.valueOf(option.most()))
                .description(option.meaning());
    }
}
