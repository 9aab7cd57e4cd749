package dev.facewright.platform.kernel;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/// Brings the database up to date as its owner, where the owner's name is known (`spring.flyway.user`). A process
/// that does not know it only looks whether that has been done.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseMigration {
    /// The owner's connection quotes no values in its errors either.
    @Bean
    FlywayConfigurationCustomizer ownersConnection(FlywayProperties owner, JdbcConnectionDetails server) {
        return configuration -> {
            configuration.placeholders(Map.of("server", String.valueOf(server.getUsername())));
            if (known(owner)) {
                configuration
                        .dataSource(server.getJdbcUrl(), owner.getUser(), owner.getPassword())
                        .jdbcProperties(Map.of("logServerErrorDetail", "false"));
            }
        };
    }

    @Bean
    FlywayMigrationStrategy migrationByTheOwner(FlywayProperties owner, DatabaseSettings settings) {
        return flyway -> {
            if (known(owner) || settings.oneRole()) {
                flyway.migrate();
            } else {
                requireMigrated(flyway);
            }
        };
    }

    private static void requireMigrated(Flyway flyway) {
        var validation = flyway.validateWithResult();
        if (!validation.validationSuccessful) {
            throw new DatabaseNotMigrated(validation.getAllErrorMessages());
        }
    }

    private static boolean known(FlywayProperties owner) {
        return StringUtils.hasText(owner.getUser());
    }

    /// Only the owner can do that, and this process does not know them.
    static final class DatabaseNotMigrated extends IllegalStateException {
        DatabaseNotMigrated(String lacking) {
            super("The database is not up to date, and this process may not change its tables. " + lacking);
        }
    }
}
