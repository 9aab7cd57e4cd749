package dev.facewright.platform.evaluation;

import dev.facewright.ml.image.ImageLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/// Walks the plain files of a zip, tar or tar.gz, told apart by content. Nothing is written to disk, so no path in it
/// can
/// do harm, and only the files that are asked for are inflated, each to the limit of an image.
final class ArchiveWalk {
    static final int MOST_ENTRIES = 1_000_000;
    private static final int MAGIC = 2;
    private static final int BUFFER = 1 << 16;

    private final Source source;
    private @Nullable ArchiveEntry current;
    private int entries;

    private interface Source extends AutoCloseable {
        @Nullable
        ArchiveEntry next() throws IOException;

        byte[] read(ArchiveEntry entry, int most) throws IOException;

        @Override
        void close() throws IOException;
    }

    private ArchiveWalk(Source source) {
        this.source = source;
    }

    /// @throws BenchmarkArchiveRefused if it is neither a zip nor a tar
    static ArchiveWalk of(SeekableByteChannel channel) throws IOException {
        byte[] magic = Channels.newInputStream(channel).readNBytes(MAGIC);
        channel.position(0);
        if (magic.length == MAGIC && magic[0] == 'P' && magic[1] == 'K') {
            return new ArchiveWalk(zip(channel));
        }
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
        boolean gzip = magic.length == MAGIC && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        return new ArchiveWalk(tar(gzip ? new GzipCompressorInputStream(in) : in));
    }

    boolean next() {
        try {
            do {
                current = source.next();
                if (current == null) {
                    return end();
                }
                if (++entries > MOST_ENTRIES) {
                    throw new BenchmarkArchiveRefused();
                }
            } while (!plainFile(current));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            throw new BenchmarkArchiveRefused();
        }
    }

    /// Any short file passes for a tar without entries.
    private boolean end() {
        if (entries == 0) {
            throw new BenchmarkArchiveRefused();
        }
        return false;
    }

    String name() {
        return entry().getName();
    }

    byte[] content() {
        try {
            return source.read(entry(), (int) ImageLimits.DEFAULT.maxBytes() + 1);
        } catch (IOException e) {
            throw new BenchmarkArchiveRefused();
        }
    }

    void close() throws IOException {
        source.close();
    }

    private ArchiveEntry entry() {
        if (current == null) {
            throw new IllegalStateException("There is no file: next() was not called, or said there are no more");
        }
        return current;
    }

    private static boolean plainFile(ArchiveEntry entry) {
        return switch (entry) {
            case TarArchiveEntry tar -> tar.isFile() && !tar.isSymbolicLink() && !tar.isLink();
            case ZipArchiveEntry zip ->
                !zip.isDirectory()
                        && !zip.isUnixSymlink()
                        && !zip.getGeneralPurposeBit().usesEncryption();
            default -> false;
        };
    }

    private static Source zip(SeekableByteChannel channel) {
        try {
            ZipFile file = ZipFile.builder().setSeekableByteChannel(channel).get();
            return new ZipSource(file, file.getEntriesInPhysicalOrder().asIterator());
        } catch (IOException e) {
            throw new BenchmarkArchiveRefused();
        }
    }

    private static Source tar(InputStream in) {
        return new TarSource(new TarArchiveInputStream(in));
    }

    private record ZipSource(ZipFile file, Iterator<ZipArchiveEntry> left) implements Source {
        @Override
        public @Nullable ArchiveEntry next() {
            return left.hasNext() ? left.next() : null;
        }

        @Override
        public byte[] read(ArchiveEntry entry, int most) throws IOException {
            try (InputStream in = file.getInputStream((ZipArchiveEntry) entry)) {
                return in.readNBytes(most);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private record TarSource(TarArchiveInputStream in) implements Source {
        @Override
        public @Nullable ArchiveEntry next() throws IOException {
            return in.getNextEntry();
        }

        @Override
        public byte[] read(ArchiveEntry entry, int most) throws IOException {
            return in.readNBytes(most);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
