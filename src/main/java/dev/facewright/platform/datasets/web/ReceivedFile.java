package dev.facewright.platform.datasets.web;

import dev.facewright.platform.kernel.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// A part of a form as a file, for as long as someone works with it.
@Component
class ReceivedFile {
    private final WorkFolder incoming;

    ReceivedFile(WorkFolder incoming) {
        this.incoming = incoming;
    }

    <T> T with(MultipartFile part, Function<Path, T> work) throws IOException {
        Path file = incoming.newFile();
        try {
            part.transferTo(file.toFile());
            return work.apply(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
