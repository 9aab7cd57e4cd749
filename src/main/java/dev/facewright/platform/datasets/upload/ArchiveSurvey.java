package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.archive.Archive;
import dev.facewright.platform.datasets.archive.Entry;
import dev.facewright.platform.datasets.archive.EntryPath;
import dev.facewright.platform.datasets.archive.EntryRefused;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// What a first look through an archive tells.
///
/// @param entries  that are images or will be refused
record ArchiveSurvey(int entries, LandmarksFile landmarks) {
    static ArchiveSurvey of(Archive archive) throws IOException, InterruptedException {
        AtomicInteger entries = new AtomicInteger();
        AtomicReference<LandmarksFile> landmarks = new AtomicReference<>(LandmarksFile.NONE);
        archive.forEach(entry -> {
            if (isLandmarks(entry)) {
                landmarks.set(read(entry));
            } else if (counts(entry.path())) {
                entries.incrementAndGet();
            }
            return true;
        });
        LandmarksFile found = Objects.requireNonNull(landmarks.get());
        return new ArchiveSurvey(entries.get() + (found.readable() ? 0 : 1), found);
    }

    static boolean isLandmarks(Entry entry) {
        return entry.path() instanceof EntryPath.AtRoot root && root.name().equals(LandmarksFile.NAME);
    }

    private static boolean counts(EntryPath path) {
        return switch (path) {
            case EntryPath.InFolder ignored -> true;
            case EntryPath.AtRoot ignored -> true;
            case EntryPath.Bad ignored -> true;
            case EntryPath.Directory ignored -> false;
            case EntryPath.Junk ignored -> false;
        };
    }

    private static LandmarksFile read(Entry entry) throws IOException {
        try {
            return LandmarksFile.parse(entry.read());
        } catch (EntryRefused refused) {
            return LandmarksFile.UNREADABLE;
        }
    }
}
