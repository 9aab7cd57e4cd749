package dev.facewright.platform.process;

import dev.facewright.platform.Eventually;
import dev.facewright.platform.PlatformApplication;
import dev.facewright.platform.TestClient;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A server or worker in a process of its own, with its console in a file.
record ServerProcess(Process process, int port, Path console) implements AutoCloseable {
    static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final String BINARIES = Path.of(System.getProperty("java.io.tmpdir"), "facewright-postgres-binaries")
            .toString();

    /// @param data  the data folder; consoles are written beside it
    static ServerProcess launch(Path data, Map<String, String> environment) {
        try {
            int port = freePort();
            Path console = Files.createTempFile(data.toAbsolutePath().getParent(), "console", ".log");
            var builder =
                    new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(console.toFile());
            var settings = new HashMap<>(environment);
            settings.put("FACEWRIGHT_DATA", data.toString());
            settings.put("FACEWRIGHT_PORT", Integer.toString(port));
            settings.putIfAbsent("FACEWRIGHT_EMBEDDED_BINARIES", BINARIES);
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("FACEWRIGHT_") || name.startsWith("SPRING_"));
            builder.environment().putAll(settings);
            return new ServerProcess(builder.start(), port, console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Launches and waits until it is ready.
    static ServerProcess start(Path data, Map<String, String> environment) {
        var server = launch(data, environment);
        try {
            return server.awaitReady();
        } catch (RuntimeException | Error notReady) {
            server.close();
            throw notReady;
        }
    }

    ServerProcess awaitReady() {
        Eventually.eventually(START_LIMIT, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The process ended with " + process.exitValue() + ":\n" + text());
            }
            if (!text().contains("ready")) {
                throw new AssertionError("Not ready yet:\n" + text());
            }
            new TestClient(address(), null).get("/actuator/health/readiness").expect(200);
        });
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    TestClient loggedIn(String password) {
        return new TestClient(address(), null).logIn("admin", password);
    }

    String text() {
        try {
            return Files.readString(console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return the first group of the pattern's first match in the console
    String read(String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text());
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in the console:\n" + text());
        }
        return matcher.group(1);
    }

    /// As `kill -9`.
    void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }

    /// As `kill`, or the end of a container.
    ///
    /// @return how long it took
    Duration terminate() {
        long from = System.nanoTime();
        process.destroy();
        awaitExit(Duration.ofSeconds(60));
        return Duration.ofNanos(System.nanoTime() - from);
    }

    int awaitExit(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Still running after " + limit + ":\n" + text());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            try {
                awaitExit(Duration.ofSeconds(60));
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx1g", "-cp", withoutTests()));
        command.add(PlatformApplication.class.getName());
        return command;
    }

    /// Configuration classes of tests would be taken for the server's own.
    private static String withoutTests() {
        var tests = new File(ServerProcess.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getAbsoluteFile();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !new File(entry).getAbsoluteFile().equals(tests))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
