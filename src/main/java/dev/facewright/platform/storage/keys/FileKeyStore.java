package dev.facewright.platform.storage.keys;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One key a file, in a folder that only its owner can read. A key is written beside and moved into place; one that is
/// destroyed is overwritten before it is deleted. What a disk that copies on write, or moves what wears out, keeps
/// of it is out of reach of any program: whoever needs more than that takes a Vault.
public final class FileKeyStore implements KeyStore {
    private static final String ENDING = ".key";
    private static final String DRAFT = ".new";

    private final Path folder;

    public FileKeyStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public KeyEngine engine() {
        return KeyEngine.FILE;
    }

    @Override
    public byte @Nullable [] keep(String name, byte[] key) {
        Path file = file(name);
        Path draft = folder.resolve(name + DRAFT);
        try {
            Private.folder(folder);
            write(draft, Base64.getEncoder().encode(key), Set.of(WRITE, CREATE_NEW));
            if (Files.exists(file)) {
                throw new IllegalStateException("There is a key of the name " + name);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            force(folder);
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a key in " + folder, e);
        }
    }

    @Override
    public Optional<byte[]> find(String name, byte @Nullable [] sealed) {
        try {
            return Optional.of(Base64.getDecoder().decode(Files.readAllBytes(file(name))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the key " + name + " in " + folder, e);
        }
    }

    @Override
    public void destroy(String name) {
        try {
            for (Path file : List.of(folder.resolve(name + DRAFT), file(name))) {
                if (Files.exists(file)) {
                    write(file, Random.randBytes((int) Files.size(file)), Set.of(WRITE));
                    Files.delete(file);
                }
            }
            if (Files.isDirectory(folder)) {
                force(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot destroy the key " + name + " in " + folder, e);
        }
    }

    @Override
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING) || name.endsWith(DRAFT))
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the keys in " + folder, e);
        }
    }

    private Path file(String name) {
        if (!name.matches("[a-z0-9-]{1,100}")) {
            throw new IllegalArgumentException("Not the name of a key");
        }
        return folder.resolve(name + ENDING);
    }

    private static void write(Path file, byte[] content, Set<OpenOption> how) throws IOException {
        try (var channel = FileChannel.open(file, how, Private.file(file))) {
            for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /// So that the name of a file survives a loss of power, too. Windows opens no folder and needs none opened.
    private static void force(Path folder) throws IOException {
        if (Private.posix(folder)) {
            try (var channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public String toString() {
        return "the folder " + folder;
    }
}
