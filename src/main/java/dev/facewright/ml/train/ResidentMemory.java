package dev.facewright.ml.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the process holds in main memory, native arrays included: the heap is a small part of a training run.
final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String FIELD = "VmRSS:";

    private ResidentMemory() {}

    /// Bytes; 0 where the system has no such file.
    static long bytes() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(FIELD))
                    .mapToLong(ResidentMemory::bytes)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }

    private static long bytes(String line) {
        String[] words = line.substring(FIELD.length()).strip().split(" ");
        return Long.parseLong(words[0]) * 1024;
    }
}
