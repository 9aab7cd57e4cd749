package dev.facewright.platform.evaluation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.facewright.platform.models.Measured;
import dev.facewright.platform.models.ModelMetric;
import java.util.List;

/// What an evaluation found out. Its row keeps it as JSON, and `evaluation/report-<kind>.html` shows it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = Verification.class, name = Verification.KIND))
public sealed interface Report extends Measured permits Verification {
    /// A slug.
    String kind();

    /// Its figures alone: what only a chart needs is left out, since it is most of it.
    Report forLists();

    /// What of it becomes figures of the model.
    List<ModelMetric> metrics();
}
