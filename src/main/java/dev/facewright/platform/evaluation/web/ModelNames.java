package dev.facewright.platform.evaluation.web;

import dev.facewright.platform.evaluation.EvaluationView;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What the models of evaluations are called: a list of ids tells nobody anything.
@Component
class ModelNames {
    private final ModelRegistry models;

    ModelNames(ModelRegistry models) {
        this.models = models;
    }

    Map<ModelVersionId, String> of(List<EvaluationView> evaluations) {
        var labels = models.labels(evaluations.stream().map(EvaluationView::model));
        return labels.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().name()));
    }
}
