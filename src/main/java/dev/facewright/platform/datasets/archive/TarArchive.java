package dev.facewright.platform.datasets.archive;

import dev.facewright.platform.datasets.archive.Archive.EntryVisitor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// A tar, plain or compressed with gzip, read as a stream: what was read before the damage is kept.
final class TarArchive implements Archive {
    private static final int BUFFER = 1 << 16;

    private final SeekableByteChannel channel;
    private final ArchiveLimits limits;
    private final boolean gzip;

    TarArchive(SeekableByteChannel channel, ArchiveLimits limits, boolean gzip) {
        this.channel = channel;
        this.limits = limits;
        this.gzip = gzip;
    }

    @Override
    public void forEach(EntryVisitor visitor) throws IOException, InterruptedException {
        channel.position(0);
        // not closed: that would close the channel, which may be gone through again
        InputStream packed = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
        TarArchiveInputStream tar;
        try {
            InputStream unpacked = gzip ? new GZIPInputStream(packed, BUFFER) : packed;
            tar = new TarArchiveInputStream(new LimitedInput(unpacked, channel.size(), limits));
        } catch (IOException damaged) {
            visitor.visit(new TarEntryAt(1, new EntryPath.Bad(EntryProblem.ARCHIVE_DAMAGED), null));
            return;
        }
        walk(tar, visitor);
    }

    private void walk(TarArchiveInputStream tar, EntryVisitor visitor) throws IOException, InterruptedException {
        for (int position = 1; ; position++) {
            EntryPath path;
            try {
                TarArchiveEntry entry = tar.getNextEntry();
                if (entry == null) {
                    return;
                }
                path = position > limits.entries() ? new EntryPath.Bad(EntryProblem.ARCHIVE_LIMIT) : path(entry);
            } catch (IOException | RuntimeException damaged) {
                path = new EntryPath.Bad(damage(damaged));
            }
            boolean last = path instanceof EntryPath.Bad bad && bad.problem().last();
            if (!visitor.visit(new TarEntryAt(position, path, tar)) || last) {
                return;
            }
        }
    }

    private static EntryPath path(TarArchiveEntry entry) {
        if (entry.isSymbolicLink() || entry.isLink()) {
            return new EntryPath.Bad(EntryProblem.LINK);
        }
        EntryPath path = EntryPath.of(entry.getName(), entry.isDirectory());
        boolean ordinary = entry.isDirectory() || entry.isFile() && !entry.isSparse();
        return ordinary ? path : new EntryPath.Bad(EntryProblem.UNREADABLE_ENTRY);
    }

    private static EntryProblem damage(Exception damaged) {
        return damaged instanceof EntryRefused refused ? refused.problem() : EntryProblem.ARCHIVE_DAMAGED;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class TarEntryAt implements Entry {
        private final int position;
        private final EntryPath path;
        private final @Nullable TarArchiveInputStream tar;

        TarEntryAt(int position, EntryPath path, @Nullable TarArchiveInputStream tar) {
            this.position = position;
            this.path = path;
            this.tar = tar;
        }

        @Override
        public int position() {
            return position;
        }

        @Override
        public String name() {
            return tar == null || tar.getCurrentEntry() == null
                    ? ""
                    : tar.getCurrentEntry().getName();
        }

        @Override
        public EntryPath path() {
            return path;
        }

        @Override
        public byte[] read() throws IOException {
            if (tar == null) {
                throw new EntryRefused(EntryProblem.ARCHIVE_DAMAGED);
            }
            try {
                byte[] content = Content.read(tar, limits);
                Content.requireNoArchive(content);
                return content;
            } catch (EntryRefused refused) {
                throw refused;
            } catch (IOException | RuntimeException damaged) {
                throw new EntryRefused(EntryProblem.ARCHIVE_DAMAGED);
            }
        }
    }
}
