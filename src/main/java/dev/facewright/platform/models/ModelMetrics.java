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
import tools.jackson.databind.json.JsonMapper;

/// The figures of model versions. SQL by hand: one that is there already is written over in the same statement,
/// and what tells them apart is JSON.
@Repository
class ModelMetrics {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared(); // the server's own says protocols in words

    ModelMetrics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void put(ModelVersionId model, ModelMetric metric) {
        jdbc.sql("""
                        insert into model_metric (model_version_id, figure, value, recorded_at) values (?, ?::jsonb, ?, ?)
                        on conflict (model_version_id, identity)
                        do update set figure = excluded.figure, value = excluded.value, recorded_at = excluded.recorded_at""")
                .params(
                        model.value(),
                        json.writeValueAsString(metric.id()),
                        metric.value(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    List<ModelMetric> of(ModelVersionId model) {
        return of(List.of(model.value())).getOrDefault(model.value(), List.of());
    }

    /// Those of one protocol together.
    Map<UUID, List<ModelMetric>> of(Collection<UUID> models) {
        if (models.isEmpty()) {
            return Map.of();
        }
        record Line(UUID model, ModelMetric metric) {}
        return jdbc
                .sql("""
                        select model_version_id, figure, value from model_metric where model_version_id in (:models)
                        order by figure #>> '{protocol,kind}', figure #>> '{protocol,on,name}', figure -> 'protocol',
                            figure -> 'quantity', figure -> 'at'""")
                .param("models", models)
                .query((row, number) -> new Line(
                        row.getObject("model_version_id", UUID.class),
                        new ModelMetric(
                                json.readValue(row.getString("figure"), MetricId.class), row.getDouble("value"))))
                .stream()
                .collect(Collectors.groupingBy(Line::model, Collectors.mapping(Line::metric, Collectors.toList())));
    }
}
