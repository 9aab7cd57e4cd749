package dev.facewright.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The folder with everything the embedded stores keep. One server at a time: it is locked while open, and the
/// operating system lets go of the lock however the server ends.
record DataFolder(Path root, FileChannel lock) implements AutoCloseable {
    static DataFolder open(Path folder) {
        try {
            var root = OwnerOnly.directory(folder.toAbsolutePath().normalize()).toRealPath();
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new DataFolderInUse(root);
            }
            OwnerOnly.closeAllIn(root);
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + folder.toAbsolutePath() + " as the data folder", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path postgresBinaries() {
        return root.resolve("postgres-binaries");
    }

    Path objects() {
        return root.resolve("objects");
    }

    Secrets secrets() {
        return Secrets.in(secretsFile());
    }

    Path secretsFile() {
        return root.resolve("secrets.properties");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /// Two servers may not keep their data in one folder.
    static final class DataFolderInUse extends IllegalStateException {
        DataFolderInUse(Path folder) {
            super("Another server is running with the data folder " + folder);
        }
    }
}
