package dev.facewright.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// What can be seen of a server's data folder from outside.
record EmbeddedFolder(Path data) {
    /// The Postgres that serves the folder, if it lives.
    Optional<ProcessHandle> postmaster() {
        Path file = data.resolve("postgres/postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines(file).getFirst().strip())).filter(ProcessHandle::isAlive);
    }

    /// Every process started on the folder's cluster; the postmaster's children go with it.
    Stream<ProcessHandle> postgresProcesses() {
        String cluster = data.resolve("postgres").toAbsolutePath().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> List.of(arguments).contains(cluster))
                        .isPresent());
    }

    /// The settings by which another process uses the stores of a server that runs on this folder.
    Map<String, String> settingsOfStores(ServerProcess server) {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:" + server.read("EmbeddedDatabase\\[port=(\\d+)]") + "/postgres",
                "SPRING_DATASOURCE_USERNAME",
                "facewright_server",
                "SPRING_DATASOURCE_PASSWORD",
                secrets.getProperty("database.server-password"),
                "FACEWRIGHT_STORAGE_ENDPOINT",
                "http://127.0.0.1:" + server.read("EmbeddedObjects\\[port=(\\d+)]"),
                "FACEWRIGHT_STORAGE_ACCESS_KEY",
                "facewright",
                "FACEWRIGHT_STORAGE_SECRET_KEY",
                secrets.getProperty("objects.secret-key"),
                "FACEWRIGHT_STORAGE_BUCKET",
                "facewright",
                "FACEWRIGHT_KEYS_SERVER",
                server.address());
    }

    /// The run's log, as `kind step detail`, in order. The page shows only its latest lines.
    List<String> logOf(RunByRest run, ServerProcess server) {
        var stores = settingsOfStores(server);
        try (var connection = DriverManager.getConnection(
                        stores.get("SPRING_DATASOURCE_URL"),
                        stores.get("SPRING_DATASOURCE_USERNAME"),
                        stores.get("SPRING_DATASOURCE_PASSWORD"));
                var query = connection.prepareStatement(
                        "select concat_ws(' ', kind, step, detail) from run_log where run_id = ?::uuid order by seq")) {
            query.setString(1, run.id());
            var rows = query.executeQuery();
            List<String> log = new ArrayList<>();
            while (rows.next()) {
                log.add(rows.getString(1));
            }
            return log;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
