package dev.facewright.platform.datasets.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An archive, told by its content. May be gone through more than once.
public interface Archive extends AutoCloseable {
    /// @throws IOException if the archive's own storage fails; what is wrong with the archive is an
    ///     entry's problem
    void forEach(EntryVisitor visitor) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /// The kinds of archive that are read.
    enum Kind {
        ZIP,
        TAR,
        TAR_GZ
    }

    int HEAD = 512;
    int USTAR_AT = 257;
    byte[] USTAR = "ustar".getBytes(StandardCharsets.US_ASCII);

    /// @param head  the first 512 bytes, or all there are
    static Optional<Kind> kind(byte[] head) {
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            return Optional.of(Kind.ZIP);
        }
        if (starts(head, 0x1f, 0x8b)) {
            return Optional.of(Kind.TAR_GZ);
        }
        boolean tar =
                head.length >= HEAD && Arrays.equals(head, USTAR_AT, USTAR_AT + USTAR.length, USTAR, 0, USTAR.length);
        return tar ? Optional.of(Kind.TAR) : Optional.empty();
    }

    /// @param channel  closed together with the archive
    /// @throws ArchiveUnreadable if it is no archive, or a zip whose directory is damaged
    static Archive open(SeekableByteChannel channel, ArchiveLimits limits) throws IOException {
        Kind kind = kind(head(channel)).orElseThrow(() -> new ArchiveUnreadable("unknown format", null));
        return switch (kind) {
            case ZIP -> ZipArchive.open(channel, limits);
            case TAR -> new TarArchive(channel, limits, false);
            case TAR_GZ -> new TarArchive(channel, limits, true);
        };
    }

    private static byte[] head(SeekableByteChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        channel.position(0);
        while (head.hasRemaining() && channel.read(head) >= 0) {
            // a channel may give less than was asked for
        }
        channel.position(0);
        return Arrays.copyOf(head.array(), head.position());
    }

    private static boolean starts(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /// Not even the first entry can be found.
    final class ArchiveUnreadable extends IOException {
        ArchiveUnreadable(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    /// Looks at entries in their order.
    interface EntryVisitor {
        /// @return false to see no more
        boolean visit(Entry entry) throws IOException, InterruptedException;
    }
}
