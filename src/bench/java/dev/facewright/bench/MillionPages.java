package dev.facewright.bench;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/// Every page and REST list that `MillionBench` asks for. Not here are downloads, which are as long as what they hold,
/// and what opens an object of the store: these rows have none.
final class MillionPages {
    private MillionPages() {}

    static List<String> paths(JdbcTemplate jdbc) {
        return Stream.of(others(jdbc), people(jdbc), audit(jdbc), work(jdbc), datasets(jdbc))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> others(JdbcTemplate jdbc) {
        String user = id(jdbc, "account where username = 'user7'");
        return List.of(
                "/",
                "/api/v1/home",
                "/users",
                "/users?page=9",
                "/users/" + user,
                "/api/v1/users",
                "/api/v1/users/" + user,
                "/api/v1/me",
                "/api/v1/tokens",
                "/tokens",
                "/account",
                "/help");
    }

    private static List<String> people(JdbcTemplate jdbc) {
        String person = id(jdbc, "data_subject where code = 'p000001'");
        String consent = id(jdbc, "consent where subject_id = '" + person + "'");
        return List.of(
                "/people",
                "/people?page=2099",
                "/people?code=p0999",
                "/people?code=p",
                "/people?code=p&status=LIVE&page=1999",
                "/people?code=p0999&status=ENDED",
                "/people/new",
                "/people/import",
                "/people?status=LIVE",
                "/people?status=LIVE&page=1999",
                "/people?status=ENDED",
                "/people?status=ENDED&page=99",
                "/people?status=ERASED",
                "/people/" + person,
                "/people/" + person + "/consents/new",
                "/people/" + person + "/consents/" + consent + "/withdrawal",
                "/api/v1/subjects",
                "/api/v1/subjects?size=200&page=524",
                "/api/v1/subjects?status=ENDED&size=200&page=24",
                "/api/v1/subjects?code=p1&size=200&page=20",
                "/api/v1/subjects/" + person,
                "/api/v1/subjects/" + person + "/consents",
                "/api/v1/subjects/" + person + "/consents/" + consent);
    }

    private static List<String> audit(JdbcTemplate jdbc) {
        String person = id(jdbc, "data_subject where code = 'p000001'");
        String dataset = id(jdbc, "dataset where name = 'dataset 1'");
        String newest = id(jdbc, "(select max(number) as id from audit_entry) newest");
        long middle = Long.parseLong(newest) - 500_000;
        return List.of(
                "/audit",
                "/audit?page=19999",
                "/audit?page=10000&key=after~" + middle,
                "/audit?page=10000&key=before~" + middle,
                "/audit?action=image.added",
                "/audit?action=consent&page=4999",
                "/audit?action=consent&page=2500&key=after~" + middle,
                "/audit?id=" + person,
                "/audit?id=" + dataset,
                "/audit?id=" + dataset + "&page=10000&key=after~" + middle,
                "/audit?actor=nobody",
                "/audit?from=2000-01-01&to=2000-01-02",
                "/api/v1/audit",
                "/api/v1/audit?size=500&page=1999");
    }

    private static List<String> work(JdbcTemplate jdbc) {
        String run = id(jdbc, "training_run");
        String model = id(jdbc, "model_version where name = 'model 1'");
        String late = id(jdbc, "model_version where name = 'model 200'");
        String evaluation = id(jdbc, "evaluation");
        String benchmark = id(jdbc, "benchmark where id in (select benchmark_id from evaluation)");
        String export = id(jdbc, "export_bundle");
        return List.of(
                "/runs",
                "/runs?page=19",
                "/runs/new",
                "/runs/new?startFrom=" + model,
                "/runs/new/schedule",
                "/runs/new/versions?find=dataset",
                "/runs/new/models?find=model",
                "/runs/" + run,
                "/runs/" + run + "/state",
                "/api/v1/runs",
                "/api/v1/runs?size=50",
                "/api/v1/runs/recipe-defaults",
                "/api/v1/runs/presets",
                "/api/v1/runs/augmentation-presets",
                "/api/v1/runs/" + run + "/checkpoints",
                "/api/v1/runs/" + run,
                "/api/v1/runs/" + run + "/metrics",
                "/api/v1/runs/" + run + "/log",
                "/models",
                "/models?page=19",
                "/models/import",
                "/models/" + model,
                "/models/" + model + "?page=19",
                "/models/" + late,
                "/evaluations/of-model/" + model,
                "/exports/of-model/" + model,
                "/api/v1/models",
                "/api/v1/models?size=25",
                "/api/v1/models/" + model,
                "/api/v1/models/" + model + "/lineage",
                "/api/v1/models/" + model + "/lineage?size=100&page=3",
                "/api/v1/models/" + late + "/lineage",
                "/evaluations",
                "/evaluations?page=79",
                "/evaluations/new",
                "/evaluations/new?model=" + model,
                "/evaluations/new/models?find=model",
                "/evaluations/new/benchmarks?find=benchmark",
                "/evaluations/" + evaluation,
                "/evaluations/" + evaluation + "/progress",
                "/api/v1/evaluations",
                "/api/v1/evaluations?size=100",
                "/api/v1/evaluations?model=" + model,
                "/api/v1/evaluations/" + evaluation,
                "/benchmarks",
                "/benchmarks/new",
                "/benchmarks/" + benchmark,
                "/benchmarks/" + benchmark + "/progress",
                "/evaluations/on-benchmark/" + benchmark,
                "/api/v1/benchmarks",
                "/api/v1/benchmarks?size=100",
                "/api/v1/benchmarks/" + benchmark,
                "/exports",
                "/exports?page=15",
                "/exports/" + export,
                "/exports/" + export + "/progress",
                "/api/v1/exports",
                "/api/v1/exports?size=100",
                "/api/v1/exports/" + export);
    }

    private static List<String> datasets(JdbcTemplate jdbc) {
        String dataset = id(jdbc, "dataset where name = 'dataset 1'");
        String version = id(jdbc, "dataset_version where status = 'SEALED'");
        String upload = id(jdbc, "dataset_upload where id in (select upload_id from dataset_upload_refusal)");
        String person = id(jdbc, "data_subject where code = 'p000001'");
        String image = id(jdbc, "dataset_image where subject_id = '" + person + "'");
        String pages = "/datasets/" + dataset;
        String rest = "/api/v1/datasets/" + dataset;
        return List.of(
                "/datasets",
                "/datasets?page=1",
                "/datasets/new",
                pages,
                pages + "?page=10000",
                pages + "?subject=" + person,
                pages + "?subject=" + person + "&page=16",
                pages + "/versions/" + version,
                pages + "/versions/" + version + "?page=499",
                pages + "/uploads/" + upload,
                pages + "/uploads/" + upload + "?page=1900",
                pages + "/uploads/" + upload + "/progress",
                "/api/v1/datasets",
                rest,
                rest + "/coverage",
                rest + "/coverage?page=99",
                rest + "/images",
                rest + "/images?size=200&page=4900",
                rest + "/images?size=200&page=4&subject=" + person,
                rest + "/images/" + image,
                rest + "/versions",
                rest + "/uploads",
                rest + "/uploads/" + upload,
                rest + "/uploads/" + upload + "/refusals",
                rest + "/uploads/" + upload + "/refusals?size=500&page=199",
                "/api/v1/dataset-versions/" + version,
                "/api/v1/dataset-versions/" + version + "/subjects",
                "/api/v1/dataset-versions/" + version + "/subjects?page=99");
    }

    /// Of any row there.
    static String id(JdbcTemplate jdbc, String where) {
        return Objects.requireNonNull(jdbc.queryForObject("select id::text from " + where + " limit 1", String.class));
    }
}
