package dev.facewright.platform.datasets.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends a stream that unpacks to more than is taken.
final class LimitedInput extends FilterInputStream {
    private final ArchiveLimits limits;
    private final long packed;
    private long unpacked;

    LimitedInput(InputStream in, long packed, ArchiveLimits limits) {
        super(in);
        this.packed = packed;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        spend(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        spend(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        spend(skipped);
        return skipped;
    }

    private void spend(long bytes) throws EntryRefused {
        unpacked += bytes;
        if (unpacked > limits.totalBytes()) {
            throw new EntryRefused(EntryProblem.ARCHIVE_LIMIT);
        }
        if (limits.exceedsRatio(unpacked, packed)) {
            throw new EntryRefused(EntryProblem.ARCHIVE_LIMIT);
        }
    }
}
