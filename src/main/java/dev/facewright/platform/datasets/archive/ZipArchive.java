package dev.facewright.platform.datasets.archive;

import dev.facewright.platform.datasets.archive.Archive.ArchiveUnreadable;
import dev.facewright.platform.datasets.archive.Archive.EntryVisitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// A zip, read by its central directory: that is where links and sizes stand, and what every other tool
/// goes by.
final class ZipArchive implements Archive {
    private final ZipFile zip;
    private final ArchiveLimits limits;
    private final long packed;

    private ZipArchive(ZipFile zip, long packed, ArchiveLimits limits) {
        this.zip = zip;
        this.packed = packed;
        this.limits = limits;
    }

    static ZipArchive open(SeekableByteChannel channel, ArchiveLimits limits) throws IOException {
        try {
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            return new ZipArchive(zip, channel.size(), limits);
        } catch (IOException | RuntimeException damaged) {
            throw new ArchiveUnreadable("damaged zip directory", damaged);
        }
    }

    @Override
    public void forEach(EntryVisitor visitor) throws IOException, InterruptedException {
        Budget budget = new Budget();
        int position = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
            position++;
            boolean over = position > limits.entries() || budget.exhausted;
            EntryPath path = over ? new EntryPath.Bad(EntryProblem.ARCHIVE_LIMIT) : path(entry);
            if (!visitor.visit(new ZipEntryAt(position, path, entry, budget)) || over) {
                return;
            }
        }
    }

    private EntryPath path(ZipArchiveEntry entry) {
        if (entry.isUnixSymlink()) {
            return new EntryPath.Bad(EntryProblem.LINK);
        }
        EntryPath path = EntryPath.of(entry.getName(), entry.isDirectory());
        boolean file = path instanceof EntryPath.InFolder || path instanceof EntryPath.AtRoot;
        return file && !zip.canReadEntryData(entry) ? new EntryPath.Bad(EntryProblem.UNREADABLE_ENTRY) : path;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// Entries may overlap in a zip made to explode, so the sum counts and not only each entry.
    private final class Budget {
        private long unpacked;
        private boolean exhausted;

        void spend(long bytes) {
            unpacked += bytes;
            exhausted = unpacked > limits.totalBytes() || limits.exceedsRatio(unpacked, packed);
        }
    }

    private final class ZipEntryAt implements Entry {
        private final int position;
        private final EntryPath path;
        private final ZipArchiveEntry entry;
        private final Budget budget;

        ZipEntryAt(int position, EntryPath path, ZipArchiveEntry entry, Budget budget) {
            this.position = position;
            this.path = path;
            this.entry = entry;
            this.budget = budget;
        }

        @Override
        public int position() {
            return position;
        }

        @Override
        public String name() {
            return entry.getName();
        }

        @Override
        public EntryPath path() {
            return path;
        }

        @Override
        public byte[] read() throws IOException {
            if (entry.getSize() > limits.entryBytes()) {
                throw new EntryRefused(EntryProblem.TOO_LARGE);
            }
            if (limits.exceedsRatio(entry.getSize(), entry.getCompressedSize())) {
                throw new EntryRefused(EntryProblem.COMPRESSION_BOMB);
            }
            byte[] content = unpack();
            budget.spend(content.length);
            if (limits.exceedsRatio(content.length, entry.getCompressedSize())) {
                throw new EntryRefused(EntryProblem.COMPRESSION_BOMB);
            }
            Content.requireNoArchive(content);
            return content;
        }

        private byte[] unpack() throws IOException {
            try (InputStream in = zip.getInputStream(entry)) {
                return Content.read(in, limits);
            } catch (EntryRefused refused) {
                budget.spend(limits.entryBytes());
                throw refused;
            } catch (IOException | RuntimeException damaged) {
                throw new EntryRefused(EntryProblem.UNREADABLE_ENTRY);
            }
        }
    }
}
