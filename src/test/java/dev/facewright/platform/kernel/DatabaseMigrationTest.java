package dev.facewright.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.facewright.platform.DatabaseOwner;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.MigrationRun;
import dev.facewright.platform.OldDatabase;
import dev.facewright.platform.kernel.DatabaseMigration.DatabaseNotMigrated;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;

/// Who brings a database up to date, and what those do who may not.
@FacewrightTest
class DatabaseMigrationTest {
    private final HikariDataSource server;

    DatabaseMigrationTest(DataSource server) throws SQLException {
        this.server = server.unwrap(HikariDataSource.class);
    }

    @Test
    void aServerThatDoesNotKnowTheOwnerWaitsForWhoeverDoes() {
        var strategy = new DatabaseMigration().migrationByTheOwner(new FlywayProperties(), new DatabaseSettings(false));
        try (var old = OldDatabase.at("280", server)) {
            var asServer = Flyway.configure()
                    .dataSource(old.url(), server.getUsername(), server.getPassword())
                    .locations("classpath:db/migration")
                    .load();
            assertThatThrownBy(() -> strategy.migrate(asServer)).isInstanceOf(DatabaseNotMigrated.class);

            MigrationRun.on(old.url(), server, DatabaseOwner.of(server));

            strategy.migrate(asServer);
            assertThat(old.jdbc()
                            .sql("select has_table_privilege(?, 'audit_entry', 'SELECT, INSERT')"
                                    + " and not has_table_privilege(?, 'audit_entry', 'UPDATE, DELETE')")
                            .params(server.getUsername(), server.getUsername())
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }
}
