package dev.facewright.platform.benchmarks;

import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkArchiveRefused;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkImageUnreadable;
import dev.facewright.platform.datasets.archive.Entry;
import dev.facewright.platform.datasets.archive.EntryRefused;
import dev.facewright.platform.kernel.OrderedPool;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Aligns every image that the pairs of a benchmark name, and stores the crops.
@Component
class BenchmarkIngestion {
    private static final int UNDER_WAY = 8;

    private final BenchmarkRecords records;
    private final BenchmarkObjects objects;
    private final BenchmarkAlignment alignment;
    private final BenchmarkSettings settings;

    BenchmarkIngestion(
            BenchmarkRecords records,
            BenchmarkObjects objects,
            BenchmarkAlignment alignment,
            BenchmarkSettings settings) {
        this.records = records;
        this.objects = objects;
        this.alignment = alignment;
        this.settings = settings;
    }

    /// @param stop  asked once a block
    /// @return false if it was stopped, or the benchmark was deleted meanwhile
    /// @throws BenchmarkProblem.BenchmarkImagesMissing if the archive lacks images that the pairs name
    /// @throws BenchmarkImageUnreadable if one of them cannot be decoded
    boolean store(BenchmarkRecords.Opened benchmark, BooleanSupplier stop) throws IOException, InterruptedException {
        PairList pairs = PairList.parse(objects.pairs(benchmark.id(), benchmark.key()));
        Roster roster = new Roster(pairs);
        Crops crops = new Crops(benchmark);
        if (!align(benchmark, roster, crops, stop)) {
            return false;
        }
        roster.requireComplete();
        crops.blocks.finish();
        objects.putIndex(benchmark.id(), benchmark.key(), BenchmarkIndex.of(pairs.pairs(), roster.positions()));
        return records.ingested(benchmark.id(), crops.withoutFace, crops.detector());
    }

    private boolean align(BenchmarkRecords.Opened benchmark, Roster roster, Crops crops, BooleanSupplier stop)
            throws IOException, InterruptedException {
        try (StagedArchive archive = objects.openArchive(benchmark.id(), benchmark.key());
                OrderedPool<BenchmarkAlignment.Aligned> pool =
                        new OrderedPool<>("align", settings.threads(), UNDER_WAY, crops::add)) {
            AtomicBoolean stopped = new AtomicBoolean();
            archive.forEach(entry -> {
                OptionalInt pair = roster.claim(entry.name());
                if (pair.isPresent()) {
                    byte[] content = content(entry, pair.getAsInt());
                    pool.submit(() -> alignment.align(content, pair.getAsInt()));
                    stopped.set(roster.claimed() % CropBlocks.CROPS_PER_BLOCK == 0 && stop.getAsBoolean());
                }
                return !stopped.get();
            });
            if (!stopped.get()) {
                pool.drain();
            }
            return !stopped.get();
        }
    }

    private static byte[] content(Entry entry, int pair) throws IOException {
        try {
            return entry.read();
        } catch (EntryRefused refused) {
            if (refused.problem().last()) {
                throw new BenchmarkArchiveRefused();
            }
            throw new BenchmarkImageUnreadable(pair, refused.problem().name());
        }
    }

    /// The crops in the order in which the archive holds them, which is how their positions are counted.
    private final class Crops {
        private final CropBlocks blocks;
        private int withoutFace;
        private boolean looked;

        Crops(BenchmarkRecords.Opened benchmark) {
            this.blocks = new CropBlocks((block, crops) -> {
                records.requireLive(benchmark.id());
                objects.putBlock(benchmark.id(), benchmark.key(), block, crops);
                int done = Math.min((block + 1) * CropBlocks.CROPS_PER_BLOCK, benchmark.images());
                records.progressed(benchmark.id(), done, withoutFace);
            });
        }

        void add(BenchmarkAlignment.Aligned aligned) {
            if (aligned.means() == BenchmarkAlignment.Means.CENTRAL) {
                withoutFace++;
            }
            looked |= aligned.means() != BenchmarkAlignment.Means.AS_GIVEN;
            blocks.add(aligned.crop());
        }

        /// What looked for the faces; null if every image came as a crop.
        @Nullable
        String detector() {
            return looked ? alignment.detectorName() : null;
        }
    }
}
