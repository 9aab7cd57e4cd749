package dev.facewright.bench;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/// Every page and REST list that `MillionBench` asks for.
final class MillionPages {
    private MillionPages() {}

    static List<String> paths(JdbcTemplate jdbc) {
        return Stream.of(others(), people(jdbc), audit(jdbc), work(jdbc), datasets(jdbc))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> others() {
        return List.of("/", "/api/v1/home", "/users", "/users?page=9", "/api/v1/users", "/tokens", "/account", "/help");
    }

    private static List<String> people(JdbcTemplate jdbc) {
        String person = id(jdbc, "data_subject where code = 'p000001'");
        return List.of(
                "/people",
                "/people?page=2099",
                "/people?code=p0999",
                "/people?status=LIVE",
                "/people?status=LIVE&page=1999",
                "/people?status=ENDED",
                "/people?status=ENDED&page=99",
                "/people?status=ERASED",
                "/people/" + person,
                "/api/v1/subjects",
                "/api/v1/subjects?size=200&page=524",
                "/api/v1/subjects/" + person,
                "/api/v1/subjects/" + person + "/consents");
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
        String evaluation = id(jdbc, "evaluation");
        String benchmark = id(jdbc, "benchmark where id in (select benchmark_id from evaluation)");
        String export = id(jdbc, "export_bundle");
        return List.of(
                "/runs",
                "/runs?page=19",
                "/runs/new",
                "/runs/" + run,
                "/runs/" + run + "/state",
                "/api/v1/runs",
                "/api/v1/runs/" + run,
                "/api/v1/runs/" + run + "/metrics",
                "/api/v1/runs/" + run + "/log",
                "/models",
                "/models?page=19",
                "/models/" + model,
                "/evaluations/of-model/" + model,
                "/exports/of-model/" + model,
                "/api/v1/models",
                "/api/v1/models/" + model + "/lineage",
                "/evaluations",
                "/evaluations?page=79",
                "/evaluations/new",
                "/evaluations/" + evaluation,
                "/api/v1/evaluations",
                "/api/v1/evaluations?model=" + model,
                "/benchmarks",
                "/benchmarks/" + benchmark,
                "/evaluations/on-benchmark/" + benchmark,
                "/api/v1/benchmarks",
                "/exports",
                "/exports?page=15",
                "/exports/" + export,
                "/api/v1/exports");
    }

    private static List<String> datasets(JdbcTemplate jdbc) {
        String dataset = id(jdbc, "dataset where name = 'dataset 1'");
        String version = id(jdbc, "dataset_version where status = 'SEALED'");
        String upload = id(jdbc, "dataset_upload where id in (select upload_id from dataset_upload_refusal)");
        String person = id(jdbc, "data_subject where code = 'p000001'");
        String pages = "/datasets/" + dataset;
        String rest = "/api/v1/datasets/" + dataset;
        return List.of(
                "/datasets",
                "/datasets?page=1",
                pages,
                pages + "?page=10000",
                pages + "?subject=" + person,
                pages + "/versions/" + version,
                pages + "/versions/" + version + "?page=499",
                pages + "/uploads/" + upload,
                pages + "/uploads/" + upload + "?page=1900",
                "/api/v1/datasets",
                rest,
                rest + "/coverage",
                rest + "/coverage?page=99",
                rest + "/images",
                rest + "/images?size=200&page=4900",
                rest + "/versions",
                rest + "/uploads",
                rest + "/uploads/" + upload + "/refusals",
                "/api/v1/dataset-versions/" + version,
                "/api/v1/dataset-versions/" + version + "/subjects",
                "/api/v1/dataset-versions/" + version + "/subjects?page=99");
    }

    /// Of any row there.
    static String id(JdbcTemplate jdbc, String where) {
        return Objects.requireNonNull(jdbc.queryForObject("select id::text from " + where + " limit 1", String.class));
    }
}
