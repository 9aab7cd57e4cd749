package dev.facewright.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database of its own beside the server's, as an earlier version left it: a test fills it, upgrades it and looks
/// at what became of its rows.
public final class OldDatabase implements AutoCloseable {
    private final JdbcClient server;
    private final String name = "old_" + UUID.randomUUID().toString().replace("-", "");
    private final DataSource source;

    /// @param version  of the last migration that the earlier version had
    public static OldDatabase at(String version, DataSource server) {
        try {
            return new OldDatabase(version, server.unwrap(HikariDataSource.class));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private OldDatabase(String version, HikariDataSource server) {
        this.server = JdbcClient.create(server);
        this.server.sql("create database " + name).update();
        String url = server.getJdbcUrl().replaceFirst("(//[^/]+/)[^?]*", "$1" + name);
        this.source = new DriverManagerDataSource(url, server.getUsername(), server.getPassword());
        migrate(version);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    /// To what the server has now.
    public void upgrade() {
        migrate("latest");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    @Override
    public void close() {
        server.sql("drop database " + name + " with (force)").update();
    }
}
