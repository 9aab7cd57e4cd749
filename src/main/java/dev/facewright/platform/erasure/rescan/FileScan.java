package dev.facewright.platform.erasure.rescan;

import dev.facewright.platform.erasure.rescan.Needles.Needle;
import dev.facewright.platform.kernel.WorkFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The temporary files of all processes that share this server's data folder: those that hold ids and hashes in clear.
/// An archive that is on its way is told by whoever has it, since nobody has looked who is in it.
@Component
class FileScan {
    private static final int AT_A_TIME = 1 << 20;
    /// What could stand across the border of two pieces.
    private static final int OVERLAP = 256;

    private final WorkFolder folder;

    FileScan(WorkFolder folder) {
        this.folder = folder;
    }

    /// @return how many there are
    long read(Needles needles, BiConsumer<Needle, String> found) {
        try (Stream<Path> all = Files.walk(folder.path().getParent())) {
            return all.filter(Files::isRegularFile)
                    .peek(file -> read(
                            file,
                            new Tokens(needles, needle -> found.accept(needle, String.valueOf(file.getFileName())))))
                    .count();
        } catch (IOException | UncheckedIOException e) {
            return read(e);
        }
    }

    /// A folder that went while it was looked at held nothing that stays.
    private static long read(Exception e) {
        Throwable cause = e instanceof UncheckedIOException wrapped ? wrapped.getCause() : e;
        if (cause instanceof NoSuchFileException) {
            return 0;
        }
        throw new IllegalStateException("Temporary files could not be looked through", e);
    }

    private static void read(Path file, Tokens tokens) {
        byte[] piece = new byte[AT_A_TIME + OVERLAP];
        try (InputStream in = Files.newInputStream(file)) {
            int kept = 0;
            for (int more = in.readNBytes(piece, kept, AT_A_TIME);
                    more > 0;
                    more = in.readNBytes(piece, kept, AT_A_TIME)) {
                tokens.read(piece, 0, kept + more);
                int rest = Math.min(OVERLAP, kept + more);
                System.arraycopy(piece, kept + more - rest, piece, 0, rest);
                kept = rest;
            }
        } catch (NoSuchFileException gone) {
            return; // whose it was has deleted it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
