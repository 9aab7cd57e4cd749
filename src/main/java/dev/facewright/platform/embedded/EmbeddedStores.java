package dev.facewright.platform.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/// Starts an embedded Postgres where no `spring.datasource.url` is configured, and an embedded S3 server where
/// no `facewright.storage.endpoint` is; publishes where they listen under those same names.
public final class EmbeddedStores implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedStores.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        boolean database = !isSet(environment, "spring.datasource.url");
        boolean objects = !isSet(environment, "facewright.storage.endpoint");
        if (!database && !objects) {
            return;
        }
        var durable = environment.getProperty("facewright.embedded.durable", Boolean.class, true);
        var folder = DataFolder.open(Path.of(environment.getProperty("facewright.data", "./data")));
        var binaries = Path.of(environment.getProperty(
                "facewright.embedded.binaries", folder.postgresBinaries().toString()));
        var running = stoppedLast(folder);
        var started = new HashMap<String, Object>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var postgres = submit(executor, database, () -> EmbeddedDatabase.start(folder, binaries, durable));
            var s3 = submit(executor, objects, () -> EmbeddedObjects.start(folder));
            Stream.of(postgres, s3)
                    .flatMap(Optional::stream)
                    .map(EmbeddedStores::await)
                    .forEach(store -> {
                        running.addLast(store);
                        started.putAll(store.properties());
                    });
        }
        started.put("facewright.keys.import-from", folder.secretsFile().toString()); // where versions before kept it
        environment.getPropertySources().addFirst(new MapPropertySource("embedded stores", started));
        // a worker elsewhere on this machine finds the ports here and the secrets in the folder
        log.info("Embedded stores keep their data in {}: {}", folder.root(), running.subList(1, running.size()));
    }

    /// What is in the list stops once every application context is closed: nothing uses the stores any more.
    private static List<AutoCloseable> stoppedLast(DataFolder folder) {
        List<AutoCloseable> running = new CopyOnWriteArrayList<>(List.of(folder));
        SpringApplication.getShutdownHandlers().add(() -> stop(running));
        return running;
    }

    private static Optional<Future<EmbeddedStore>> submit(
            ExecutorService executor, boolean wanted, Callable<EmbeddedStore> start) {
        return wanted ? Optional.of(executor.submit(start)) : Optional.empty();
    }

    private static EmbeddedStore await(Future<EmbeddedStore> starting) {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("An embedded store did not start: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the embedded stores were starting", e);
        }
    }

    private static void stop(List<AutoCloseable> running) {
        for (var store : running.reversed()) {
            try {
                store.close();
            } catch (Exception e) {
                log.warn("{} did not stop cleanly", store.getClass().getSimpleName(), e);
            }
        }
    }

    private static boolean isSet(Environment environment, String property) {
        return StringUtils.hasText(environment.getProperty(property));
    }

    /// A store that has been started, and the configuration properties that lead to it.
    sealed interface EmbeddedStore extends AutoCloseable permits EmbeddedDatabase, EmbeddedObjects {
        Map<String, Object> properties();
    }
}
