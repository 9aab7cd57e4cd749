package dev.facewright.platform.models.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.DatabaseOwner;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.evaluation.Report;
import dev.facewright.platform.evaluation.Verification;
import dev.facewright.platform.models.FirstVersionRows;
import dev.facewright.platform.models.MetricId;
import dev.facewright.platform.models.ModelMetric;
import dev.facewright.platform.models.Protocol;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Figures and reports of the first version say after an upgrade what they said before, to the word.
@FacewrightTest
class FiguresUpgradeTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final ProtocolWords words;
    private final String schema;

    private record Told(UUID of, String name, double value, String protocol) {}

    FiguresUpgradeTest(DataSource stores, ProtocolWords words) {
        this.jdbc = DatabaseOwner.of(stores).jdbc();
        this.words = words;
        this.schema = FirstVersionRows.upgraded(stores);
    }

    @AfterEach
    void dropTheSchema() {
        jdbc.sql("drop schema " + schema + " cascade").update();
    }

    @Test
    void everyFigureIsKeptWithItsProtocol() {
        List<Told> before = FirstVersionRows.of("model_metric").stream()
                .map(row -> new Told(
                        UUID.fromString(row.path("model_version_id").asString()),
                        row.path("name").asString(),
                        row.path("value").asDouble(),
                        row.path("protocol").asString()))
                .toList();
        assertThat(before).hasSizeGreaterThan(15);
        assertThat(upgraded()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(jdbc.sql("select count(*) from " + schema
                                + ".model_metric where figure #>> '{protocol,kind}' = 'stated'")
                        .query(Integer.class)
                        .single())
                .as("those that no protocol says")
                .isEqualTo(1);
    }

    private List<Told> upgraded() {
        return jdbc.sql("select model_version_id, figure, value from " + schema + ".model_metric")
                .query((row, number) -> {
                    var metric = new ModelMetric(JSON.readValue(row.getString(2), MetricId.class), row.getDouble(3));
                    return new Told(
                            row.getObject(1, UUID.class), metric.name(), metric.value(), english(metric.protocol()));
                })
                .list();
    }

    @Test
    void aFigureMeasuredAgainIsTheSameFigure() {
        List<String> figures = jdbc.sql("select figure from " + schema + ".model_metric")
                .query(String.class)
                .list();
        assertThat(figures)
                .allSatisfy(figure -> assertThat(jdbc.sql("select count(*) from " + schema + ".model_metric"
                                        + " where figure = ?::jsonb and identity = ?::jsonb #- '{protocol,on,name}'")
                                .params(again(figure), again(figure))
                                .query(Integer.class)
                                .single())
                        .as(figure)
                        .isPositive());
    }

    private static String again(String figure) {
        return JSON.writeValueAsString(JSON.readValue(figure, MetricId.class));
    }

    @Test
    void everyReportIsKeptWithItsProtocol() {
        for (var row : FirstVersionRows.of("evaluation")) {
            var before = row.path("report");
            String after = jdbc.sql("select report from " + schema + ".evaluation where id = ?::uuid")
                    .param(row.path("id").asString())
                    .query((found, number) -> String.valueOf(found.getString(1)))
                    .single();
            if (before.isNull()) {
                assertThat(after).isEqualTo("null");
            } else {
                assertThat(JSON.readValue(after, Report.class)).isInstanceOfSatisfying(Verification.class, report -> {
                    assertThat(english(report.protocol()))
                            .isEqualTo(before.path("protocol").asString());
                    assertThat(report.meanAccuracy())
                            .isEqualTo(before.path("meanAccuracy").asDouble());
                    assertThat(report.folds()).hasSize(before.path("folds").size());
                });
            }
        }
    }

    private String english(Protocol protocol) {
        return words.told(protocol, Locale.ENGLISH);
    }
}
