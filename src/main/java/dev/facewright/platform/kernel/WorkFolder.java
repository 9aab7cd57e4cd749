package dev.facewright.platform.kernel;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Where all files of this process lie that are too large for memory: a folder of its own that only its user can look
/// into. What a request brings lies there as it came; everything else is encrypted, or holds hashes and ids. A lock
/// that
/// the system lets go of however the process ends tells its files from those of the dead, whatever number it has.
@Component
public class WorkFolder {
    private static final String LOCK = ".lock";

    /// Those of this machine process: on some systems, to look at a lock of one's own is to lose it.
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path all;
    private final Path folder;
    private final FileChannel lock;
    private int deletedAtStart;

    WorkFolder(ServerSettings settings) throws IOException {
        all = settings.data().toAbsolutePath().normalize().resolve("work");
        Files.createDirectories(all);
        folder = all.resolve(UUID.randomUUID().toString());
        OURS.add(folder);
        lock = FileChannel.open(lockOf(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock(); // before there is a folder that another process could take for a dead one's
        Files.createDirectory(folder, ownerOnly());
        deletedAtStart = deleteLeft();
    }

    public Path path() {
        return folder;
    }

    /// @throws IOException if the disk is full or gone
    public Path newFile() throws IOException {
        return Files.createTempFile(folder, "part", null);
    }

    /// Deletes what dead processes left.
    ///
    /// @return files, with those of the start the first time
    public synchronized int sweep() throws IOException {
        int deleted = deletedAtStart + deleteLeft();
        deletedAtStart = 0;
        return deleted;
    }

    private int deleteLeft() throws IOException {
        int deleted = 0;
        try (var folders = Files.list(all)) {
            for (Path left : folders.filter(Files::isDirectory).toList()) {
                deleted += OURS.contains(left) ? 0 : deleteIfDead(left);
            }
        }
        Path ofBefore = all.resolveSibling("incoming"); // where earlier versions of this server had theirs
        return deleted + delete(ofBefore);
    }

    private static int deleteIfDead(Path left) throws IOException {
        try (var channel = FileChannel.open(lockOf(left), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                return 0;
            }
            int files = delete(left);
            Files.deleteIfExists(lockOf(left));
            return files;
        } catch (OverlappingFileLockException heldHere) {
            return 0;
        }
    }

    private static int delete(Path left) throws IOException {
        if (!Files.isDirectory(left)) {
            return 0;
        }
        int files;
        try (var inIt = Files.walk(left)) {
            files = (int) inIt.filter(Files::isRegularFile).count();
        }
        FileSystemUtils.deleteRecursively(left);
        return files;
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    @PreDestroy
    void delete() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        lock.close();
        Files.deleteIfExists(lockOf(folder));
        OURS.remove(folder);
    }
}
