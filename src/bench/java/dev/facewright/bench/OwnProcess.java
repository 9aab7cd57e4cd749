package dev.facewright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A part of a benchmark in a process of its own, so that peak memory is its own; and what such a process says of its
/// memory.
final class OwnProcess {
    private OwnProcess() {}

    /// @param arguments  of the main method, which prints numbers with spaces between as its last line
    /// @throws IllegalStateException if it fails, with what it printed
    static double[] numbers(Class<?> main, String... arguments) throws IOException, InterruptedException {
        return numbers(List.of("-Xmx1g"), Map.of(), main, arguments);
    }

    /// @param options  of the virtual machine
    /// @param environment  beside this process's own
    static double[] numbers(
            List<String> options, Map<String, String> environment, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines = process.inputReader().readAllLines();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " failed: " + String.join("\n", lines));
        }
        return Arrays.stream(lines.getLast().split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    /// The most that this process has held in memory.
    static double peakMegabytes() throws IOException {
        return megabytes("VmHWM:");
    }

    /// @param field  of `/proc/self/status`
    /// @return NaN where the system has no such field
    static double megabytes(String field) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }
}
