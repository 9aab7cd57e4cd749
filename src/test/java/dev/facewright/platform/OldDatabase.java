package dev.facewright.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database of its own beside the server's, as an earlier version left it: a test fills it, upgrades it and looks
/// at what became of its rows.
public final class OldDatabase implements AutoCloseable {
    private final DatabaseOwner owner;
    private final String name = "old_" + UUID.randomUUID().toString().replace("-", "");
    private final DriverManagerDataSource source;
    private final String serverRole;

    /// @param version  of the last migration that the earlier version had
    public static OldDatabase at(String version, DataSource server) {
        try {
            return new OldDatabase(version, server.unwrap(HikariDataSource.class));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private OldDatabase(String version, HikariDataSource server) {
        this.owner = DatabaseOwner.of(server);
        this.serverRole = server.getUsername();
        owner.jdbc().sql("create database " + name).update();
        this.source = owner.source(name);
        migrate(version);
    }

    public String url() {
        return Objects.requireNonNull(source.getUrl());
    }

    /// As its owner.
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
                .placeholders(Map.of("server", serverRole))
                .target(target)
                .load()
                .migrate();
    }

    @Override
    public void close() {
        owner.jdbc().sql("drop database " + name + " with (force)").update();
    }
}
