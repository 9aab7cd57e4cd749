package dev.facewright.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The role that owns the tables, for what the server may not do in a test: make databases, schemas and tables. What
/// the
/// server does, a test does as the server.
public record DatabaseOwner(String url, String user, String password) {
    private static final Map<String, DatabaseOwner> KNOWN = new ConcurrentHashMap<>();

    /// Of the database that the server of this context uses.
    public static DatabaseOwner of(DataSource server) {
        try {
            return Objects.requireNonNull(
                    KNOWN.get(server.unwrap(HikariDataSource.class).getJdbcUrl()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Lets the owner make databases, which only tests ask for.
    ///
    /// @param superuser  who may allow it
    static void register(Environment environment, String superuser, String password) {
        var owner = new DatabaseOwner(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"));
        try (var connection = DriverManager.getConnection(owner.url, superuser, password);
                var statement = connection.createStatement()) {
            statement.execute("alter role " + owner.user + " createdb");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        KNOWN.put(owner.url, owner);
    }

    public DataSource source() {
        return new DriverManagerDataSource(url, user, password);
    }

    /// @param database  another one of the same server
    DriverManagerDataSource source(String database) {
        return new DriverManagerDataSource(url.replaceFirst("(//[^/]+/)[^?]*", "$1" + database), user, password);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source());
    }
}
