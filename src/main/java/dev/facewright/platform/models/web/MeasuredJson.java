package dev.facewright.platform.models.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.facewright.platform.models.Measured;
import dev.facewright.platform.models.Origin;
import dev.facewright.platform.models.Protocol;
import java.util.Locale;
import org.springframework.boot.jackson.JacksonMixin;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.util.StdConverter;

/// REST says in English how figures were come by.
@JacksonMixin(Measured.class)
interface MeasuredJson {
    @JsonSerialize(converter = InEnglish.class)
    Protocol protocol();

    class InEnglish extends StdConverter<Protocol, String> {
        private final ProtocolWords words;

        InEnglish(ProtocolWords words) {
            this.words = words;
        }

        @Override
        public String convert(Protocol protocol) {
            return words.told(protocol, Locale.ENGLISH);
        }
    }

    /// REST shows a recipe as the JSON that it is; a row keeps it as the text that it was.
    @JacksonMixin(Origin.Trained.class)
    interface TrainedJson {
        @JsonRawValue
        String recipeJson();
    }
}
