package dev.facewright.platform.datasets.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.web.multipart.MultipartFile;

/// A part of a form as a file, for as long as someone works with it.
final class ReceivedFile {
    private ReceivedFile() {}

    static <T> T with(MultipartFile part, Function<Path, T> work) throws IOException {
        Path file = Files.createTempFile("facewright-received", ".archive");
        try {
            part.transferTo(file.toFile());
            return work.apply(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
