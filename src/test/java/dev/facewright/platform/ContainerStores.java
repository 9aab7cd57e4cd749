package dev.facewright.platform;

import com.github.dockerjava.api.exception.DockerException;
import java.util.Base64;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// Postgres and MinIO in containers, as the production composition runs them.
record ContainerStores(PostgreSQLContainer postgres, MinIOContainer minio) {
    private static final String POSTGRES = "postgres:18";
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
        return stores;
    }

    Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", postgres.getJdbcUrl(),
                "spring.datasource.username", postgres.getUsername(),
                "spring.datasource.password", postgres.getPassword(),
                "facewright.storage.endpoint", minio.getS3URL(),
                "facewright.storage.access-key", minio.getUserName(),
                "facewright.storage.secret-key", minio.getPassword(),
                "facewright.storage.bucket", "facewright",
                "facewright.storage.key-encryption-key", Base64.getEncoder().encodeToString(new byte[32]));
    }
}
