package dev.facewright.platform.embedded;

import dev.facewright.platform.embedded.EmbeddedStores.EmbeddedStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/// A Postgres server as a child process, listening on the loopback address only and asking for a password.
record EmbeddedDatabase(EmbeddedPostgres server, String password) implements EmbeddedStore {
    private static final String USER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    static EmbeddedDatabase start(DataFolder folder, Path binaries, boolean durable) throws IOException, SQLException {
        LeftoverPostmaster.of(folder.postgres()).stop();
        var password = folder.secrets().databasePassword();
        var server = builder(folder, binaries, durable, password).start();
        var database = new EmbeddedDatabase(server, password);
        try {
            database.requirePassword(folder.postgres());
            return database;
        } catch (IOException | SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static EmbeddedPostgres.Builder builder(DataFolder folder, Path binaries, boolean durable, String password)
            throws IOException {
        Files.createDirectories(binaries);
        var onOff = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.postgres())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setPort(0)
                .setConnectConfig("password", password)
                .setLocaleConfig("locale", "C") // the same order of text on every machine
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setServerConfig("fsync", onOff)
                .setServerConfig("synchronous_commit", onOff)
                .setServerConfig("full_page_writes", onOff);
    }

    /// The cluster is made with trust for local connections; any user of this machine could read it then.
    private void requirePassword(Path cluster) throws IOException, SQLException {
        var rules = cluster.resolve("pg_hba.conf");
        var wanted = "host all all 127.0.0.1/32 scram-sha-256\n";
        if (Files.readString(rules).equals(wanted)) {
            return;
        }
        try (var connection = DriverManager.getConnection(url(), USER, password);
                var statement = connection.createStatement()) {
            // the password is base64url: it holds nothing to quote
            statement.execute("alter role " + USER + " password '" + password + "'");
            Files.writeString(rules, wanted);
            statement.execute("select pg_reload_conf()");
        }
    }

    private String url() {
        return server.getJdbcUrl(USER, "postgres");
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", url(),
                "spring.datasource.username", USER,
                "spring.datasource.password", password);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    @Override
    public String toString() {
        return "EmbeddedDatabase[port=" + server.getPort() + "]";
    }
}
