package dev.facewright.platform.models;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The figures of model versions.
@Repository
class ModelMetrics {
    private final JdbcClient jdbc;
    private final Clock clock;

    ModelMetrics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void put(ModelVersionId model, ModelMetric metric) {
        jdbc.sql("""
                        insert into model_metric (model_version_id, name, protocol, value, recorded_at) values (?, ?, ?, ?, ?)
                        on conflict (model_version_id, name, protocol)
                        do update set value = excluded.value, recorded_at = excluded.recorded_at""")
                .params(
                        model.value(),
                        metric.name(),
                        metric.protocol(),
                        metric.value(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    List<ModelMetric> of(ModelVersionId model) {
        return of(List.of(model.value())).getOrDefault(model.value(), List.of());
    }

    Map<UUID, List<ModelMetric>> of(Collection<UUID> models) {
        if (models.isEmpty()) {
            return Map.of();
        }
        record Line(UUID model, ModelMetric metric) {}
        return jdbc
                .sql("select * from model_metric where model_version_id in (:models) order by protocol, name")
                .param("models", models)
                .query((row, number) -> new Line(
                        row.getObject("model_version_id", UUID.class),
                        new ModelMetric(row.getString("name"), row.getDouble("value"), row.getString("protocol"))))
                .stream()
                .collect(Collectors.groupingBy(Line::model, Collectors.mapping(Line::metric, Collectors.toList())));
    }
}
