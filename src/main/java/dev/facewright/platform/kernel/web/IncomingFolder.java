package dev.facewright.platform.kernel.web;

import dev.facewright.platform.kernel.ServerSettings;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Where files lie while a request brings them, not yet encrypted: a folder of this process alone. Whatever a
/// process leaves there when it is killed is deleted when the next one starts.
@Component
public class IncomingFolder {
    private final Path folder;

    IncomingFolder(ServerSettings settings) throws IOException {
        Path all = settings.data().toAbsolutePath().normalize().resolve("incoming");
        Files.createDirectories(all);
        sweep(all);
        folder = all.resolve(Long.toString(ProcessHandle.current().pid()));
        FileSystemUtils.deleteRecursively(folder); // of an earlier process that had this number
        Files.createDirectory(folder);
        closeToOthers(folder);
    }

    public Path path() {
        return folder;
    }

    /// @throws IOException if the disk is full or gone
    public Path newFile() throws IOException {
        return Files.createTempFile(folder, "part", null);
    }

    static void sweep(Path all) throws IOException {
        try (var folders = Files.list(all)) {
            for (Path left : folders.filter(each -> !isOfALivingProcess(each)).toList()) {
                FileSystemUtils.deleteRecursively(left);
            }
        }
    }

    private static boolean isOfALivingProcess(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches("\\d{1,9}")
                && ProcessHandle.of(Long.parseLong(name)).isPresent();
    }

    private static void closeToOthers(Path folder) {
        var file = folder.toFile();
        file.setReadable(false, false);
        file.setReadable(true, true);
        file.setExecutable(false, false);
        file.setExecutable(true, true);
    }

    @PreDestroy
    void delete() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
