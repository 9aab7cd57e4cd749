package dev.facewright.platform.statuslist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.export.ExportId;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// A list of 10,000 bundles of as many models stays small and quick. The figures are printed, and given up with the
/// transaction they were measured in.
@FacewrightTest
@Tag("slow")
class TenThousandBundlesTest {
    private static final int LOOKS = 21;

    private final StatusLists lists;
    private final Listed listed;
    private final Scene scene;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JsonMapper json;

    TenThousandBundlesTest(
            StatusLists lists,
            ModelRegistry models,
            ExportBundles exports,
            Scene scene,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            JsonMapper json) {
        this.lists = lists;
        this.listed = new Listed(scene, models, exports);
        this.scene = scene;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
    }

    @Test
    void aListOfThemAllIsSmallAndQuick() {
        SubjectId alice = scene.someone();
        ModelVersionId model = listed.trainedOn(listed.version(alice, scene.someone()), null);
        ExportId export = listed.exports().start(model);
        listed.exports().cancel(export);
        transactions.executeWithoutResult(transaction -> {
            multiply(model, export);
            long signing = millis(lists::current);
            long looking = LongStream.generate(() -> millis(lists::current))
                    .limit(LOOKS)
                    .sorted()
                    .skip(LOOKS / 2)
                    .findFirst()
                    .orElseThrow();
            People.withdrawsUnheard(jdbc, alice);
            long flipping = millis(lists::current);
            byte[] bytes = json.writeValueAsBytes(lists.current());
            System.out.printf(
                    "10,000 bundles: %d ms to sign anew, %d ms a look (median of %d), %d ms to flip them all,"
                            + " %d kB, %d kB compressed%n",
                    signing, looking, LOOKS, flipping, bytes.length / 1024, gzip(bytes) / 1024);
            assertThat(new String(lists.current().list().unverified())).contains("\"revoked\"");
            assertThat(looking).isLessThan(500);
            assertThat(bytes.length).isLessThan(1 << 20);
            transaction.setRollbackOnly();
        });
    }

    /// 10,000 copies of the model and of its bundle, each with a place in the list.
    private void multiply(ModelVersionId model, ExportId export) {
        jdbc.sql("create temporary table copy on commit drop as select gen_random_uuid() as model,"
                        + " gen_random_uuid() as bundle, n from generate_series(1, 10000) n")
                .update();
        copy("model_version", "id", "model", model.value());
        copy("model_version_data", "model_version_id", "model", model.value());
        copy("export_bundle", "id", "bundle", export.value());
        jdbc.sql("insert into status_entry select left(encode(sha256(uuid_send(bundle)), 'hex'), 32), bundle, model,"
                        + " 1000000 + n, now() from copy")
                .update();
    }

    private void copy(String table, String id, String as, Object of) {
        String columns = jdbc.sql("select string_agg(quote_ident(column_name), ', ') from information_schema.columns"
                        + " where table_name = ? and column_name <> ? and is_generated = 'NEVER'")
                .params(table, id)
                .query(String.class)
                .single();
        String values = columns.replace("origin", "jsonb_set(origin, '{runId}', to_jsonb(copy.model))");
        jdbc.sql("insert into %s (%s, %s) select copy.%s, %s from %s t, copy where t.%s = ?"
                        .formatted(table, id, columns, as, values, table, id))
                .param(of)
                .update();
    }

    private static long millis(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private static int gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.size();
    }
}
