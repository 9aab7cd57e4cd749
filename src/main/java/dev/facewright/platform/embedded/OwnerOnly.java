package dev.facewright.platform.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Makes files that other users of the machine can neither read nor write; on Windows the folder's own rules hold.
final class OwnerOnly {
    private OwnerOnly() {}

    /// A directory that exists is closed to others too, whoever made it.
    static Path directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            if (directory.getParent() != null) {
                Files.createDirectories(directory.getParent());
            }
            Files.createDirectory(directory, permissions("rwx------"));
        }
        close(directory);
        return directory;
    }

    /// Closes what lies in a directory, not what lies in the directories there: nobody else gets through those.
    static void closeAllIn(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            for (var entry : entries.toList()) {
                close(entry);
            }
        }
    }

    private static void close(Path path) throws IOException {
        var attributes = Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes == null || Files.isSymbolicLink(path)) {
            return;
        }
        var rights = attributes.readAttributes().permissions();
        if (rights.removeIf(right -> !right.name().startsWith("OWNER"))) {
            attributes.setPermissions(rights);
        }
    }

    static void file(Path file) throws IOException {
        Files.createFile(file, permissions("rw-------"));
    }

    private static FileAttribute<?>[] permissions(String text) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }
}
