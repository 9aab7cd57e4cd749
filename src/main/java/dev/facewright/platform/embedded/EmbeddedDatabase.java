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
record EmbeddedDatabase(EmbeddedPostgres server, Secrets secrets) implements EmbeddedStore {
    private static final String SUPERUSER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    static EmbeddedDatabase start(DataFolder folder, Path binaries, boolean durable) throws IOException, SQLException {
        LeftoverPostmaster.of(folder.postgres()).stop();
        var secrets = folder.secrets();
        var server =
                builder(folder, binaries, durable, secrets.databasePassword()).start();
        OwnerOnly.directory(binaries); // unpacking them opens the folder to everyone
        OwnerOnly.closeAllIn(binaries);
        var database = new EmbeddedDatabase(server, secrets);
        try {
            database.requirePassword(folder.postgres());
            database.makeRoles();
            return database;
        } catch (IOException | SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static EmbeddedPostgres.Builder builder(DataFolder folder, Path binaries, boolean durable, String password)
            throws IOException {
        OwnerOnly.directory(binaries);
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
        try (var connection = DriverManager.getConnection(url(), SUPERUSER, secrets.databasePassword());
                var statement = connection.createStatement()) {
            // the password is base64url: it holds nothing to quote
            statement.execute("alter role " + SUPERUSER + " password '" + secrets.databasePassword() + "'");
            Files.writeString(rules, wanted);
            statement.execute("select pg_reload_conf()");
        }
    }

    private void makeRoles() throws SQLException {
        try (var superuser = DriverManager.getConnection(url(), SUPERUSER, secrets.databasePassword())) {
            new EmbeddedRoles(secrets).make(superuser);
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", url(),
                "spring.datasource.username", EmbeddedRoles.SERVER,
                "spring.datasource.password", secrets.serverPassword(),
                "spring.flyway.user", EmbeddedRoles.OWNER,
                "spring.flyway.password", secrets.ownerPassword());
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
