package dev.facewright.platform.benchmarks;

import dev.facewright.ml.image.ImageLimits;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkArchiveRefused;
import dev.facewright.platform.datasets.archive.Archive;
import dev.facewright.platform.datasets.archive.Archive.ArchiveUnreadable;
import dev.facewright.platform.datasets.archive.Archive.EntryVisitor;
import dev.facewright.platform.datasets.archive.ArchiveLimits;
import dev.facewright.platform.datasets.archive.Entry;
import dev.facewright.platform.datasets.archive.EntryPath;
import dev.facewright.platform.datasets.archive.EntryProblem;
import dev.facewright.platform.storage.SealedFile;
import java.io.IOException;

/// A benchmark's archive for as long as it is read.
final class StagedArchive implements AutoCloseable {
    static final ArchiveLimits LIMITS = new ArchiveLimits(1_000_000, ImageLimits.DEFAULT.maxBytes(), 64L << 30, 200);

    private final SealedFile sealed;
    private final Archive archive;

    private StagedArchive(SealedFile sealed, Archive archive) {
        this.sealed = sealed;
        this.archive = archive;
    }

    /// @throws BenchmarkArchiveRefused if what was encrypted is no archive
    static StagedArchive open(SealedFile sealed) throws IOException {
        try {
            return new StagedArchive(sealed, Archive.open(sealed.plain(), LIMITS));
        } catch (ArchiveUnreadable noArchive) {
            sealed.close();
            throw new BenchmarkArchiveRefused();
        } catch (IOException | RuntimeException e) {
            sealed.close();
            throw e;
        }
    }

    /// Shows every plain file, however deep it lies; what is none is passed over.
    ///
    /// @throws BenchmarkArchiveRefused where the archive is damaged, or holds more than is taken
    void forEach(EntryVisitor visitor) throws IOException, InterruptedException {
        archive.forEach(entry -> !isFile(entry) || visitor.visit(entry));
    }

    private static boolean isFile(Entry entry) {
        return switch (entry.path()) {
            case EntryPath.InFolder _, EntryPath.AtRoot _ -> true;
            case EntryPath.Directory _, EntryPath.Junk _ -> false;
            case EntryPath.Bad(EntryProblem problem) -> {
                if (problem.last()) {
                    throw new BenchmarkArchiveRefused();
                }
                yield problem == EntryProblem.NOT_IN_A_SUBJECT_FOLDER;
            }
        };
    }

    @Override
    public void close() throws IOException {
        try (sealed) {
            archive.close();
        }
    }
}
