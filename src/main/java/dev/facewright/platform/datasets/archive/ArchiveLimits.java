package dev.facewright.platform.datasets.archive;

/// How much of an archive is read.
///
/// @param entryBytes  of one entry, unpacked
/// @param totalBytes  of all entries together, unpacked
/// @param ratio  unpacked to packed bytes, of one entry and of the whole; small ones may exceed it
public record ArchiveLimits(int entries, long entryBytes, long totalBytes, int ratio) {
    /// Below this an entry may be as compressible as it likes: a black square is.
    static final long RATIO_MATTERS_FROM = 1 << 20;

    boolean exceedsRatio(long unpacked, long packed) {
        return unpacked > RATIO_MATTERS_FROM && unpacked / Math.max(1, packed) > ratio;
    }
}
