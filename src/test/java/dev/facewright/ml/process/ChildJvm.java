package dev.facewright.ml.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A main class in a Java process of its own, with this one's class path.
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final List<String> said = new ArrayList<>();

    private ChildJvm(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms256m",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /// Reads what it says up to this line.
    ///
    /// @throws AssertionError if it ends before
    public void waitFor(String line) throws IOException {
        for (String next = lines.readLine(); next != null; next = lines.readLine()) {
            said.add(next);
            if (next.equals(line)) {
                return;
            }
        }
        throw new AssertionError("It ended without saying " + line + ": " + said);
    }

    /// At once, whatever it is doing.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Reads what it says up to its end.
    ///
    /// @throws AssertionError if it failed
    public void finish() throws IOException, InterruptedException {
        lines.lines().forEach(said::add);
        if (process.waitFor() != 0) {
            throw new AssertionError("It failed: " + said);
        }
    }

    /// Everything read so far, its errors among it.
    public List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        lines.close();
    }
}
