package dev.facewright.bench;

import dev.facewright.platform.TestClient;
import dev.facewright.platform.PlatformApplication;
import dev.facewright.platform.accounts.Accounts;
import dev.facewright.platform.accounts.NewAccount;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.embedded.EmbeddedStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// How long each page and list takes, and how large it is, with a million images of 100,000 people behind it: the
/// first and a deep one. What is over 300 ms or 200 kB says so. And how long the check takes that a run makes once a
/// second: does everyone in its data still consent?
///
/// Each figure is the median of five requests after three to warm up, on a server that has answered all of them once.
/// `FACEWRIGHT_DATA` may name a folder to keep the rows in; without it they are made anew, in a few minutes.
/// `FACEWRIGHT_PAGES` may be a regular expression of the paths to ask for.
public final class MillionBench {
    private static final String PASSWORD = "a million rows of faces";

    private MillionBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = folder();
        try (var server = server(folder)) {
            var jdbc = server.getBean(JdbcTemplate.class);
            if (count(jdbc, "dataset") == 0) {
                long start = System.nanoTime();
                MillionRows.insert(superuser(server, folder));
                System.out.printf(Locale.ROOT, "rows made in %.0f s%n", (System.nanoTime() - start) / 1e9);
            }
            PageTimes times = new PageTimes(reader(server));
            List<String> paths =
                    MillionPages.paths(jdbc).stream().filter(wanted()).toList();
            paths.forEach(times::warmUp);
            paths.forEach(times::of);
            var datasets = server.getBean(Datasets.class);
            var version = DatasetVersionId.of(MillionPages.id(jdbc, "dataset_version where status = 'SEALED'"));
            times.of("a run's check of 100,000 consents", () -> datasets.requireUsable(version, Purpose.TRAINING));
            new MillionWrites(server, DatasetId.of(MillionPages.id(jdbc, "dataset where name = 'dataset 1'"))).time(times);
        }
    }

    private static Path folder() throws IOException {
        String kept = System.getenv("FACEWRIGHT_DATA");
        return kept == null ? Files.createTempDirectory("facewright-million") : Path.of(kept);
    }

    private static Predicate<String> wanted() {
        String pages = System.getenv("FACEWRIGHT_PAGES");
        return pages == null ? path -> true : Pattern.compile(pages).asPredicate();
    }

    private static ConfigurableApplicationContext server(Path folder) {
        var application = new SpringApplication(PlatformApplication.class);
        application.addInitializers(new EmbeddedStores());
        return application.run(
                "--facewright.data=" + folder,
                "--facewright.embedded.durable=false",
                "--server.port=0",
                "--logging.level.root=warn");
    }

    /// Who may leave triggers out, as the server may not.
    private static JdbcTemplate superuser(ConfigurableApplicationContext server, Path folder) throws IOException {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        return new JdbcTemplate(new SingleConnectionDataSource(
                Objects.requireNonNull(server.getEnvironment().getProperty("spring.datasource.url")),
                "postgres",
                secrets.getProperty("database.password"),
                true));
    }

    /// Someone who may read everything.
    private static TestClient reader(ConfigurableApplicationContext server) {
        String name = "reader" + UUID.randomUUID().toString().substring(0, 8);
        server.getBean(Accounts.class).create(new NewAccount(name, PASSWORD, EnumSet.allOf(Role.class)));
        String port = Objects.requireNonNull(server.getEnvironment().getProperty("local.server.port"));
        return new TestClient("http://127.0.0.1:" + port, null).logIn(name, PASSWORD);
    }

    private static long count(JdbcTemplate jdbc, String table) {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + table, Long.class));
    }
}
