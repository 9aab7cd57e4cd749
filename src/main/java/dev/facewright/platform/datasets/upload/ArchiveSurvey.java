package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.archive.Archive;
import dev.facewright.platform.datasets.archive.Entry;
import dev.facewright.platform.datasets.archive.EntryPath;
import dev.facewright.platform.datasets.archive.EntryRefused;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// What a first look through an archive tells.
///
/// @param entries  that are images or will be refused
record ArchiveSurvey(int entries, LandmarksFile landmarks, PeopleFile people) {
    static ArchiveSurvey of(Archive archive) throws IOException, InterruptedException {
        AtomicInteger entries = new AtomicInteger();
        AtomicReference<LandmarksFile> landmarks = new AtomicReference<>(LandmarksFile.NONE);
        AtomicReference<PeopleFile> people = new AtomicReference<>(PeopleFile.NONE);
        archive.forEach(entry -> {
            if (isLandmarks(entry)) {
                landmarks.set(read(entry, LandmarksFile::parse, LandmarksFile.UNREADABLE));
            } else if (isPeople(entry)) {
                people.set(read(entry, PeopleFile::parse, PeopleFile.UNREADABLE));
            } else if (counts(entry.path())) {
                entries.incrementAndGet();
            }
            return true;
        });
        LandmarksFile points = Objects.requireNonNull(landmarks.get());
        PeopleFile names = Objects.requireNonNull(people.get());
        int unreadable = (points.readable() ? 0 : 1) + (names.readable() ? 0 : 1);
        return new ArchiveSurvey(entries.get() + unreadable, points, names);
    }

    static boolean isLandmarks(Entry entry) {
        return isCalled(entry, LandmarksFile.NAME);
    }

    static boolean isPeople(Entry entry) {
        return isCalled(entry, PeopleFile.NAME);
    }

    private static boolean isCalled(Entry entry, String name) {
        return entry.path() instanceof EntryPath.AtRoot root && root.name().equals(name);
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

    private static <T> T read(Entry entry, Function<byte[], T> parser, T unreadable) throws IOException {
        try {
            return parser.apply(entry.read());
        } catch (EntryRefused refused) {
            return unreadable;
        }
    }
}
