package dev.facewright.platform.training.web;

import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.models.ModelVersionId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was typed, as it was typed, so that nothing is lost when something is wrong with it.
class RunForm {
    private String name = "";
    private String dataset = "";
    private String startFrom = "";
    private Map<String, String> recipe = new HashMap<>();

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDataset() {
        return dataset;
    }

    public void setDataset(String dataset) {
        this.dataset = dataset;
    }

    public String getStartFrom() {
        return startFrom;
    }

    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    @Nullable
    DatasetVersionId chosenDataset() {
        return read(dataset, DatasetVersionId::of);
    }

    @Nullable
    ModelVersionId chosenStart() {
        return read(startFrom, ModelVersionId::of);
    }

    private static <T> @Nullable T read(String typed, Function<String, T> as) {
        try {
            return typed.isBlank() ? null : as.apply(typed.strip());
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    public Map<String, String> getRecipe() {
        return recipe;
    }

    public void setRecipe(Map<String, String> recipe) {
        this.recipe = recipe;
    }
}
