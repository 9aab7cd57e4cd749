package dev.facewright.platform.models.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.facewright.platform.models.Origin;
import org.springframework.boot.jackson.JacksonMixin;

/// REST shows a recipe as the JSON that it is; a row keeps it as the text that it was.
@JacksonMixin(Origin.Trained.class)
interface TrainedJson {
    @JsonRawValue
    String recipeJson();
}
