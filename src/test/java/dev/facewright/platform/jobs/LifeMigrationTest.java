package dev.facewright.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.OldDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What becomes of rows that were written before every owner's life had the same columns.
@FacewrightTest
@SuppressWarnings("NullAway") // columns that hold nothing
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeMigrationTest {
    private static final String BEFORE = "210";
    private static final String HASH = "0".repeat(64);

    private final DataSource dataSource;
    private OldDatabase old;
    private JdbcClient jdbc;

    private final UUID version = UUID.randomUUID();
    private final UUID model = UUID.randomUUID();
    private final UUID dataset = UUID.randomUUID();
    private final UUID benchmark = UUID.randomUUID();

    LifeMigrationTest(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @BeforeAll
    void upgradeAnOldDatabase() {
        old = OldDatabase.at(BEFORE, dataSource);
        jdbc = old.jdbc();
        data();
        runs();
        bundles();
        benchmarks();
        evaluations();
        uploads();
        old.upgrade();
    }

    @AfterAll
    void dropIt() {
        old.close();
    }

    private void data() {
        sql("insert into dataset values (?, 'faces', 'TRAINING', '', false, now())", dataset);
        sql(
                "insert into dataset_version values (?, ?, 1, 'key', ?, 4, 2, 0, 1, 'SEALED', now())",
                version,
                dataset,
                HASH);
        model(model, "imported");
    }

    private void runs() {
        run("running", "RUNNING", null, null, "run-cancel-requested");
        run("cancelled", "CANCELLED", "model-quarantined", null, "model-quarantined");
        run("diverged", "FAILED", "training-diverged", "at learning rate 5", null);
        run("broken", "FAILED", "unexpected-error", "a trace", null);
        sql("insert into run_progress (run_id, steps_done, total_steps, epoch) select id, 7, 12, 2 from training_run"
                + " where name = 'running'");
        sql("insert into run_progress (run_id, steps_done, total_steps, epoch) select id, 0, 0, 0 from training_run"
                + " where name = 'broken'");
    }

    private void run(String name, String status, String reason, String detail, String stopReason) {
        UUID job = job("train-run", status.equals("CANCELLED") ? "STOPPED" : status, stopReason != null);
        String ended = status.equals("RUNNING") ? "null" : "now()";
        sql("""
                insert into training_run (id, version, name, status, dataset_version_id, recipe, job_id, created_at, ended_at,
                    reason, detail, stop_reason) values (?, 0, ?, ?, ?, '{}', ?, now(), %s, ?, ?, ?)""".formatted(ended), UUID.randomUUID(), name, status, version, job, reason, detail, stopReason);
    }

    @Test
    void runsKeepHowTheyStandWhyTheyEndedAndHowFarTheyWere() {
        assertThat(rows("select * from training_run order by name"))
                .extracting(
                        row -> row.get("name"),
                        row -> row.get("status"),
                        row -> row.get("cancel_reason"),
                        row -> row.get("failure"),
                        row -> String.valueOf(row.get("failure_arguments")),
                        row -> row.get("trace_id"),
                        row -> row.get("done"),
                        row -> row.get("total"),
                        row -> row.get("epoch"))
                .containsExactly(
                        tuple("broken", "FAILED", null, "unexpected-error", "[]", "a trace", 0L, null, 0),
                        tuple("cancelled", "CANCELLED", "model-quarantined", null, "[]", null, 0L, null, 0),
                        tuple(
                                "diverged",
                                "FAILED",
                                null,
                                "training-diverged",
                                "[\"at learning rate 5\"]",
                                null,
                                0L,
                                null,
                                0),
                        tuple("running", "RUNNING", "run-cancel-requested", null, "[]", null, 7L, 12L, 2));
    }

    @Test
    void jobsThatWereStoppedAreCancelled() {
        assertThat(rows("select status, cancel_reason, count(*) as times from job where type = 'train-run'"
                        + " group by status, cancel_reason order by status"))
                .extracting(row -> row.get("status"), row -> row.get("cancel_reason"), row -> row.get("times"))
                .containsExactly(
                        tuple("CANCELLED", "cancel-requested", 1L),
                        tuple("FAILED", null, 2L),
                        tuple("RUNNING", "cancel-requested", 1L));
    }

    private void bundles() {
        for (String status : List.of("QUEUED", "RUNNING", "READY", "WITHDRAWN", "FAILED", "CANCELLED")) {
            boolean ended = !List.of("QUEUED", "RUNNING").contains(status);
            UUID id = UUID.randomUUID();
            UUID of = ended ? model : otherModel();
            sql(
                    """
                    insert into export_bundle (id, version, model_version_id, status, sha256, bytes, maximum_difference, files,
                        failure, created_at, ended_at)
                    values (?, 0, ?, ?, ?, 1, 0, '{}', ?, now(), %s)""".formatted(ended ? "now()" : "null"),
                    id,
                    of,
                    status,
                    HASH,
                    status.equals("FAILED") ? "export-differs" : null);
        }
    }

    private UUID otherModel() {
        UUID id = UUID.randomUUID();
        model(id, "another");
        return id;
    }

    private void model(UUID id, String name) {
        sql("""
                insert into model_version (id, version, name, status, registered_at, weights_key, weights_sha256, weights_bytes,
                    architecture, embedding_dimensions, parameters, macs, import)
                values (?, 0, ?, 'ACTIVE', now(), 'key', ?, 1, '', 16, 1, 1, '{}')""", id, name, HASH);
    }

    @Test
    void bundlesAreReadyOrWithdrawnAsBefore() {
        assertThat(rows("select status, withdrawn, count(*) as times from export_bundle group by status, withdrawn"
                        + " order by status, withdrawn"))
                .extracting(row -> row.get("status"), row -> row.get("withdrawn"), row -> row.get("times"))
                .containsExactly(
                        tuple("CANCELLED", false, 1L),
                        tuple("FAILED", false, 1L),
                        tuple("QUEUED", false, 1L),
                        tuple("RUNNING", false, 1L),
                        tuple("SUCCEEDED", false, 1L),
                        tuple("SUCCEEDED", true, 1L));
    }

    private void benchmarks() {
        benchmark(benchmark, "ready", "READY", 4, null);
        benchmark(UUID.randomUUID(), "uploading", "UPLOADING", 0, null);
        benchmark(UUID.randomUUID(), "refused", "FAILED", 2, "benchmark-images-missing");
        benchmark(UUID.randomUUID(), "deleted", "DELETED", 4, null);
        benchmark(UUID.randomUUID(), "deleted early", "DELETED", 1, null);
        benchmark(UUID.randomUUID(), "deleted in vain", "DELETED", 1, "benchmark-images-missing");
        UUID ingesting = UUID.randomUUID();
        benchmark(ingesting, "ingesting", "INGESTING", 1, null);
        UUID job = job("ingest-benchmark", "RUNNING", false);
        sql("""
                insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                values ('ingest-benchmark', ?, convert_to('{"benchmark":"%s"}', 'UTF8'), now(), true, 1)""".formatted(ingesting), job.toString());
    }

    private void benchmark(UUID id, String name, String status, int done, String failure) {
        UUID key = dataKey();
        String ended = List.of("UPLOADING", "INGESTING").contains(status) ? "null" : "now()";
        sql("""
                insert into benchmark (id, version, name, legal_basis, legal_basis_note, source, licence, status, data_key, pairs,
                    genuine_pairs, folds, images, images_done, images_without_face, failure, failure_arguments, created_at, ended_at)
                values (?, 0, ?, 'SYNTHETIC', '', '', '', ?, ?, 4, 2, 2, 4, ?, 0, ?, '["3"]', now(), %s)""".formatted(ended), id, name, status, key, done, failure);
    }

    @Test
    void benchmarksKeepWhatTheyWereAlsoWhereTheyAreDeleted() {
        assertThat(
                        rows(
                                "select *, deleted_at is not null as deleted, job_id is not null as queued from benchmark order by name"))
                .extracting(
                        row -> row.get("name"),
                        row -> row.get("status"),
                        row -> row.get("deleted"),
                        row -> row.get("queued"),
                        row -> row.get("done"))
                .containsExactly(
                        tuple("deleted", "SUCCEEDED", true, false, 4L),
                        tuple("deleted early", "CANCELLED", true, false, 1L),
                        tuple("deleted in vain", "FAILED", true, false, 1L),
                        tuple("ingesting", "RUNNING", false, true, 1L),
                        tuple("ready", "SUCCEEDED", false, false, 4L),
                        tuple("refused", "FAILED", false, false, 2L),
                        tuple("uploading", "QUEUED", false, false, 0L));
    }

    private void evaluations() {
        for (String status : List.of("RUNNING", "SUCCEEDED", "FAILED", "CANCELLED")) {
            boolean ended = !status.equals("RUNNING");
            sql(
                    """
                    insert into evaluation (id, version, model_version_id, benchmark_id, flip_sum, false_accept_rates, status,
                        images_done, images, report, failure, stale_reason, created_at, ended_at)
                    values (?, 0, ?, ?, true, '[]', ?, 2, 4, ?::jsonb, ?, ?, now(), %s)""".formatted(ended ? "now()" : "null"),
                    UUID.randomUUID(),
                    model,
                    benchmark,
                    status,
                    status.equals("SUCCEEDED") ? "{}" : null,
                    status.equals("FAILED") ? "model-quarantined" : null,
                    status.equals("CANCELLED") ? "manual" : null);
        }
    }

    @Test
    void evaluationsKeepHowTheyStandAndHowFarTheyWere() {
        assertThat(lives("evaluation"))
                .containsExactly(
                        tuple("CANCELLED", "manual", null, 2L, 4L),
                        tuple("FAILED", null, "model-quarantined", 2L, 4L),
                        tuple("RUNNING", null, null, 2L, 4L),
                        tuple("SUCCEEDED", null, null, 2L, 4L));
    }

    private void uploads() {
        for (String status : List.of("RUNNING", "COMPLETED", "FAILED", "STOPPED")) {
            boolean ended = !status.equals("RUNNING");
            UUID key = dataKey();
            sql(
                    """
                    insert into dataset_upload (id, dataset_id, status, archive_key, archive_bytes, data_key, total, accepted,
                        duplicates, refused, skipped, failure, created_at, ended_at)
                    values (?, ?, ?, ?, 9, ?, 8, 3, 2, 1, 1, ?, now(), %s)""".formatted(ended ? "now()" : "null"),
                    UUID.randomUUID(),
                    dataset,
                    status,
                    ended ? null : "key",
                    key,
                    status.equals("FAILED") ? "archive-refused" : null);
        }
    }

    @Test
    void uploadsSayHowTheyEndedInTheWordsOfAllOthers() {
        assertThat(lives("dataset_upload"))
                .containsExactly(
                        tuple("CANCELLED", "cancel-requested", null, 6L, 8L),
                        tuple("FAILED", null, "archive-refused", 6L, 8L),
                        tuple("RUNNING", null, null, 6L, 8L),
                        tuple("SUCCEEDED", null, null, 6L, 8L));
    }

    private UUID dataKey() {
        UUID key = UUID.randomUUID();
        sql("insert into data_key (id, purpose, wrapped_key, created_at) values (?, 'test', ''::bytea, now())", key);
        return key;
    }

    private UUID job(String type, String status, boolean stopRequested) {
        UUID id = UUID.randomUUID();
        String ended = status.equals("RUNNING") ? "null" : "now()";
        sql("""
                insert into job (id, type, status, requested_by_kind, requested_by_id, created_at, finished_at, stop_requested)
                values (?, ?, ?, 'SYSTEM', 'test', now(), %s, ?)""".formatted(ended), id, type, status, stopRequested);
        return id;
    }

    private void sql(String statement, Object... parameters) {
        var call = jdbc.sql(statement);
        for (Object parameter : parameters) {
            call = call.param(parameter);
        }
        call.update();
    }

    private List<Map<String, Object>> rows(String query) {
        return new ArrayList<>(jdbc.sql(query).query().listOfRows());
    }

    /// How rows stand, why they ended, and how far they were.
    private List<Tuple> lives(String table) {
        return rows("select * from " + table + " order by status").stream()
                .map(row -> tuple(
                        row.get("status"),
                        row.get("cancel_reason"),
                        row.get("failure"),
                        row.get("done"),
                        row.get("total")))
                .toList();
    }
}
