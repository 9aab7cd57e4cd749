package dev.facewright.platform.datasets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipException;

/// Reads one entry's content, however much its header said there would be.
final class Content {
    private static final List<int[]> ARCHIVES = List.of(
            new int[] {'P', 'K', 3, 4},
            new int[] {0x1f, 0x8b},
            new int[] {'7', 'z', 0xbc, 0xaf},
            new int[] {'R', 'a', 'r', '!'},
            new int[] {0xfd, '7', 'z', 'X', 'Z'},
            new int[] {'B', 'Z', 'h'},
            new int[] {0x28, 0xb5, 0x2f, 0xfd});

    private Content() {}

    /// @throws EntryRefused if there is more than the limit, or it cannot be unpacked
    static byte[] read(InputStream in, ArchiveLimits limits) throws IOException {
        byte[] content;
        try {
            content = in.readNBytes(Math.toIntExact(Math.min(limits.entryBytes() + 1, Integer.MAX_VALUE - 16)));
        } catch (ZipException damaged) {
            throw new EntryRefused(EntryProblem.UNREADABLE_ENTRY);
        }
        if (content.length > limits.entryBytes()) {
            throw new EntryRefused(EntryProblem.TOO_LARGE);
        }
        return content;
    }

    /// @throws EntryRefused if it is an archive again
    static void requireNoArchive(byte[] content) throws EntryRefused {
        if (isArchive(content)) {
            throw new EntryRefused(EntryProblem.NESTED_ARCHIVE);
        }
    }

    private static boolean isArchive(byte[] content) {
        return ARCHIVES.stream().anyMatch(magic -> starts(content, magic))
                || Archive.kind(content).isPresent();
    }

    private static boolean starts(byte[] content, int[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= content.length || (content[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
