package dev.facewright.platform;

import com.github.dockerjava.api.exception.DockerException;
import java.sql.SQLException;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// Postgres and MinIO in containers, as the production composition runs them.
record ContainerStores(PostgreSQLContainer postgres, MinIOContainer minio) {
    private static final String POSTGRES = "postgres:18";
    private static final String OWNER = "facewright_owner";
    private static final String SERVER = "facewright_server";
    private static final String PASSWORD = "of a container";
    private static final String MINIO = "minio/minio:RELEASE.2025-09-07T16-13-09Z";

    /// True only where the images are there: pulling them may take minutes to fail.
    static boolean available() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return false;
        }
        try {
            var docker = DockerClientFactory.lazyClient();
            docker.inspectImageCmd(POSTGRES).exec();
            docker.inspectImageCmd(MINIO).exec();
            return true;
        } catch (DockerException e) {
            return false;
        }
    }

    static ContainerStores started() {
        var stores = new ContainerStores(new PostgreSQLContainer(POSTGRES), new MinIOContainer(MINIO));
        stores.postgres.start();
        stores.minio.start();
        stores.makeRoles();
        return stores;
    }

    /// As the README says it.
    private void makeRoles() {
        try (var connection = postgres.createConnection("");
                var statement = connection.createStatement()) {
            statement.execute("create role " + OWNER + " login password '" + PASSWORD + "'");
            statement.execute("create role " + SERVER + " login password '" + PASSWORD + "'");
            statement.execute("alter database " + postgres.getDatabaseName() + " owner to " + OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> properties() {
        return Map.ofEntries(
                Map.entry("spring.datasource.url", postgres.getJdbcUrl()),
                Map.entry("spring.datasource.username", SERVER),
                Map.entry("spring.datasource.password", PASSWORD),
                Map.entry("spring.flyway.user", OWNER),
                Map.entry("spring.flyway.password", PASSWORD),
                Map.entry("facewright.storage.endpoint", minio.getS3URL()),
                Map.entry("facewright.storage.access-key", minio.getUserName()),
                Map.entry("facewright.storage.secret-key", minio.getPassword()),
                Map.entry("facewright.storage.bucket", "facewright"));
    }
}
