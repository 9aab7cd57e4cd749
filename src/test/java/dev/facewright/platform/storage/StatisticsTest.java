package dev.facewright.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.DatabaseOwner;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.OldDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Statistics copy values out of rows: of what may name or fingerprint somebody there are none.
@FacewrightTest
class StatisticsTest {
    /// Columns of text that hold one out of a few, or ids: whoever adds a column that is neither lets none be
    /// collected of it (`afterMigrate__no_statistics.sql`).
    private static final List<String> WORDS = List.of(
            "(status|state|kind|type|purpose|role|scope|action|reason|failure|decision|engine|use|method|alignment)",
            "(actor|requested_by|cancel|stop|stale|quarantine|withdrawal|revocation)_[a-z]+",
            "(notice_version|notice_language|media_type|content_type|legal_basis|licence|detector|device|protocol)",
            "(id|identity|status_id|actor_id|listener_id|event_type|trace_id|picked_by|task_name|task_instance|id_values)",
            "(architecture|latency|false_accept_rates|recipe|files)");

    private static final String STILL_COLLECTED = """
            select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm') and a.attnum > 0
                and not a.attisdropped and c.relname not like 'test\\_%' and c.relname <> 'flyway_schema_history'
                and a.atttypid in ('bytea'::regtype, 'text'::regtype, 'varchar'::regtype, 'jsonb'::regtype,
                    'text[]'::regtype, 'bytea[]'::regtype)
                and a.attstattarget is distinct from 0
            order by 1""";

    private static final String COLLECTED = "select count(*) from pg_stats where (tablename, attname) in"
            + " (('data_key', 'wrapped_key'), ('data_subject', 'code'), ('consent', 'evidence_hash'))";

    private final DataSource server;
    private final JdbcClient owner;
    private final Vault vault;

    StatisticsTest(DataSource server, Vault vault) {
        this.server = server;
        this.owner = DatabaseOwner.of(server).jdbc();
        this.vault = vault;
    }

    @Test
    void noneAreCollectedOfAnyColumnThatIsNotOneOfAFewWords() {
        assertThat(owner.sql(STILL_COLLECTED).query(String.class).list())
                .isNotEmpty()
                .allSatisfy(column -> assertThat(WORDS)
                        .as(column)
                        .anyMatch(words ->
                                column.substring(column.indexOf('.') + 1).matches(words)));
        assertThat(owner.sql("select count(*) from pg_statistic_ext")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(owner.sql("select i.indexrelid::regclass || '' from pg_index i"
                                + " join pg_attribute a on a.attrelid = i.indexrelid"
                                + " join pg_class c on c.oid = i.indexrelid"
                                + " where c.relnamespace = 'public'::regnamespace and i.indexprs is not null"
                                + " and i.indkey[a.attnum - 1] = 0 and a.attstattarget is distinct from 0")
                        .query(String.class)
                        .list())
                .as("expressions in indexes")
                .isEmpty();
    }

    @Test
    void aDestroyedKeyIsInNoStatistics() {
        List<DataKeyId> keys = IntStream.range(0, 50)
                .mapToObj(i -> vault.createKey(ObjectOwner.upload(UUID.randomUUID())))
                .toList();
        owner.sql("analyze data_key").update();
        keys.forEach(vault::destroy);
        assertThat(owner.sql("select attname from pg_stats where tablename = 'data_key'")
                        .query(String.class)
                        .list())
                .contains("id", "generation")
                .doesNotContain("wrapped_key");
    }

    @Test
    void whatAnEarlierVersionHasCollectedIsCleared() {
        try (OldDatabase old = OldDatabase.at("280", server)) {
            old.jdbc().sql("""
                    with key as (insert into data_key (id, purpose, wrapped_key, created_at)
                        select gen_random_uuid(), 'subject', decode(md5(n::text), 'hex'), now()
                        from generate_series(1, 500) n returning id)
                    insert into data_subject (id, version, code, data_key, registered_at)
                    select gen_random_uuid(), 0, 'p' || row_number() over (), id, now() from key""").update();
            old.jdbc()
                    .sql("insert into dataset (id, name, purpose, description, always_detect, created_at)"
                            + " select gen_random_uuid(), 'd' || n, 'TRAINING', '', false, now()"
                            + " from generate_series(1, 50) n")
                    .update();
            for (String collected : List.of(
                    "table data_key alter column wrapped_key",
                    "table data_subject alter column code",
                    "index dataset_name alter column 1")) {
                old.jdbc().sql("alter " + collected + " set statistics -1").update();
            }
            old.jdbc().sql("analyze").update();
            assertThat(old.jdbc().sql(COLLECTED).query(Long.class).single()).isEqualTo(2);
            String ofIndex = "select count(*) from pg_stats where tablename = 'dataset_name'";
            assertThat(old.jdbc().sql(ofIndex).query(Long.class).single()).isOne();
            old.upgrade();
            assertThat(old.jdbc().sql(COLLECTED).query(Long.class).single()).isZero();
            assertThat(old.jdbc().sql(ofIndex).query(Long.class).single()).isZero();
            old.jdbc().sql("analyze").update();
            assertThat(old.jdbc().sql(COLLECTED).query(Long.class).single()).isZero();
            assertThat(old.jdbc().sql(ofIndex).query(Long.class).single()).isZero();
        }
    }
}
