package dev.facewright.platform;

import dev.facewright.platform.embedded.EmbeddedStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/// Chooses the stores of the tests by `-Dstores`: `docker` runs Postgres and MinIO in containers, `embedded` the
/// ones that come with the server, and `auto` containers where both images are on the machine, else the embedded
/// ones.
public final class StoresInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var temporary = temporaryFolder();
        var folder = temporary.resolve("data"); // its keys are beside it
        Map<String, Object> properties = new HashMap<>(Map.of(
                "facewright.data",
                folder.toString(),
                "facewright.accounts.initial-password",
                TestSession.PASSWORD,
                "facewright.embedded.durable",
                "false",
                "facewright.sweep.first-after",
                "1h", // tests that sweep do it themselves
                "facewright.keys.secret",
                "a secret of the tests, 32 characters",
                "facewright.embedded.binaries",
                temporary.resolveSibling("facewright-postgres-binaries").toString()));
        var containers = inContainers(System.getProperty("stores", "auto")) ? ContainerStores.started() : null;
        if (containers != null) {
            properties.putAll(containers.properties());
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test stores", properties));
        new EmbeddedStores().initialize(context);
        DatabaseOwner.register(
                context.getEnvironment(),
                containers == null ? "postgres" : containers.postgres().getUsername(),
                containers == null
                        ? superusersPassword(folder)
                        : containers.postgres().getPassword());
    }

    private static String superusersPassword(Path folder) {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty("database.password");
    }

    private static boolean inContainers(String stores) {
        return switch (stores) {
            case "docker" -> true;
            case "embedded" -> false;
            case "auto" -> ContainerStores.available();
            default -> throw new IllegalArgumentException("-Dstores=" + stores + ": one of auto, docker, embedded");
        };
    }

    private static Path temporaryFolder() {
        try {
            var folder = Files.createTempDirectory("facewright-test");
            // handlers run last one first: this one after the stores have stopped
            SpringApplication.getShutdownHandlers().add(() -> delete(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
