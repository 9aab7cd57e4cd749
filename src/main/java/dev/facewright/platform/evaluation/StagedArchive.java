package dev.facewright.platform.evaluation;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// A benchmark's archive on this machine for as long as it is read: the file stays encrypted, and is gone when closed.
final class StagedArchive implements AutoCloseable {
    private final Path sealed;
    private final SeekableByteChannel channel;
    private final ArchiveWalk walk;

    interface Decrypting {
        SeekableByteChannel open(SeekableByteChannel sealed) throws IOException;
    }

    private StagedArchive(Path sealed, SeekableByteChannel channel, ArchiveWalk walk) {
        this.sealed = sealed;
        this.channel = channel;
        this.walk = walk;
    }

    /// @throws BenchmarkArchiveRefused if what was encrypted is no archive
    static StagedArchive open(Path sealed, Decrypting decrypting) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(sealed);
        try {
            SeekableByteChannel plain = decrypting.open(channel);
            return new StagedArchive(sealed, channel, ArchiveWalk.of(plain));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// @return false at the end
    boolean next() {
        return walk.next();
    }

    /// The path of this file in the archive.
    String name() {
        return walk.name();
    }

    /// The content of this file, cut off just above the size at which any image is refused.
    byte[] content() {
        return walk.content();
    }

    @Override
    public void close() throws IOException {
        walk.close();
        channel.close();
        Files.deleteIfExists(sealed);
    }
}
