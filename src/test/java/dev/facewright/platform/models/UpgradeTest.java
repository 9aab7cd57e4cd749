package dev.facewright.platform.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.DatabaseOwner;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.datasets.DatasetVersionId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@FacewrightTest
class UpgradeTest {
    private static final DatasetVersionId DATA = DatasetVersionId.of("0579e9a4-57d6-4dcc-8f32-539213bea986");
    private static final DatasetVersionId OTHER_DATA = DatasetVersionId.of("11111111-1111-1111-1111-111111111111");

    private final JdbcClient jdbc;
    private final String schema;

    UpgradeTest(DataSource stores) {
        this.jdbc = DatabaseOwner.of(stores).jdbc();
        this.schema = FirstVersionRows.upgraded(stores);
    }

    @AfterEach
    void dropTheSchema() {
        jdbc.sql("drop schema " + schema + " cascade").update();
    }

    @Test
    void whereModelsComeFromIsKept() {
        Origin.Trained first = (Origin.Trained) origin(FirstVersionRows.FIRST);
        assertThat(first.runId()).hasToString("f4bd19dc-1dec-4f05-b108-161e156906a5");
        assertThat(first.parents()).isEmpty();
        assertThat(first.pretrained()).isTrue();
        assertThat(first.recipeJson()).startsWith("{\"network\":{\"backbone\":\"mobilefacenet\",");
        assertThat(first.libraryVersions()).containsEntry("pytorch", "2.7.1");
        Origin third = origin(FirstVersionRows.THIRD);
        assertThat(third.pretrained()).isFalse();
        assertThat(third.parents()).containsExactly(new ModelVersionId(FirstVersionRows.SECOND));
        assertThat(third.data()).containsExactly(CarriedVersion.trainedOn(OTHER_DATA));
        assertThat(origin(FirstVersionRows.SCORED))
                .isEqualTo(new Origin.Imported("a test", "0".repeat(64), "none", "arcface", ""));
    }

    @Test
    void whatModelsCarryIsWrittenDown() {
        assertThat(ancestors(FirstVersionRows.THIRD))
                .isEqualTo(Map.of(FirstVersionRows.SECOND, 1, FirstVersionRows.FIRST, 2));
        assertThat(ancestors(FirstVersionRows.FIRST)).isEmpty();
        assertThat(carried(FirstVersionRows.SECOND)).isEqualTo(Map.of(DATA.value(), true));
        assertThat(carried(FirstVersionRows.THIRD)).isEqualTo(Map.of(DATA.value(), false, OTHER_DATA.value(), true));
        assertThat(carried(FirstVersionRows.SCORED)).isEmpty();
    }

    @Test
    void bundlesAreFoundWhereTheyWere() {
        assertThat(jdbc.sql("select bundle_key from " + schema + ".export_bundle")
                        .query(String.class)
                        .single())
                .isEqualTo("bundles/ab/" + "0".repeat(62));
    }

    @Test
    void anEndOfAConsentThatNobodyHasLookedAtYetIsOwedToErasureToo() {
        assertThat(jdbc.sql("select listener_id from " + schema + ".event_publication where listener_id like ?"
                                + " and completion_date is null")
                        .param("erasure.consent-%")
                        .query(String.class)
                        .list())
                .containsExactly("erasure.consent-withdrawn");
    }

    private Origin origin(UUID model) {
        String json = jdbc.sql("select origin from " + schema + ".model_version where id = ?")
                .param(model)
                .query(String.class)
                .single();
        return JsonMapper.shared().readValue(json, Origin.class);
    }

    private Map<UUID, Object> ancestors(UUID model) {
        return pairs("select ancestor_id, distance from %s.model_version_ancestor where model_version_id = ?", model);
    }

    /// @return dataset versions, and whether they were used for the model itself
    private Map<UUID, Object> carried(UUID model) {
        return pairs(
                "select dataset_version_id, direct from %s.model_version_data where model_version_id = ?"
                        + " and use = 'TRAINED_ON'",
                model);
    }

    private Map<UUID, Object> pairs(String sql, UUID model) {
        return jdbc
                .sql(String.format(Locale.ROOT, sql, schema))
                .param(model)
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
