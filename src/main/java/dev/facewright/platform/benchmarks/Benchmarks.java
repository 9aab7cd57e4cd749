package dev.facewright.platform.benchmarks;

import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkNotFound;
import dev.facewright.platform.kernel.Choice;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.kernel.UniqueRule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Benchmarks: received once, aligned once, held apart from everything a model can be trained on.
@Service
public class Benchmarks {
    private static final UniqueRule NAME = new UniqueRule("benchmark_name");

    private final BenchmarkRecords records;
    private final BenchmarkObjects objects;
    private final BenchmarkRepository benchmarks;

    Benchmarks(BenchmarkRecords records, BenchmarkObjects objects, BenchmarkRepository benchmarks) {
        this.records = records;
        this.objects = objects;
        this.benchmarks = benchmarks;
    }

    /// Receives a benchmark; its images are aligned by a job afterwards. Only images that the pairs name are
    /// kept.
    ///
    /// @param archive  zip, tar or tar.gz of `person/person_0001.jpg`, at any depth; read to its end, not closed
    /// @param pairs  the text of an LFW pairs file (View 2: folds as given)
    /// @throws BenchmarkProblem.PairsRefused if the pairs file is malformed or has one fold only
    /// @throws BenchmarkProblem.BenchmarkNameTaken if a benchmark of that name is held
    public BenchmarkId upload(NewBenchmark described, InputStream archive, String pairs) throws IOException {
        PairList parsed = PairList.parse(pairs);
        BenchmarkId id = BenchmarkId.random();
        objects.plan(id);
        BenchmarkRecords.Opened opened = open(id, described, parsed);
        boolean complete = false;
        try {
            objects.stage(opened.id(), opened.key(), archive, pairs);
            records.received(opened.id());
            complete = true;
        } finally {
            if (!complete) {
                records.abandoned(id);
                objects.unstage(id);
            }
        }
        return id;
    }

    private BenchmarkRecords.Opened open(BenchmarkId id, NewBenchmark described, PairList pairs) {
        boolean opened = false;
        try {
            BenchmarkRecords.Opened benchmark = NAME.lookAgain(() -> records.open(id, described, pairs));
            opened = true;
            return benchmark;
        } finally {
            if (!opened) {
                objects.unplan(id);
            }
        }
    }

    /// What was stored of it cannot be read any more, but takes room.
    @ApplicationModuleListener(id = "benchmarks.refused")
    void on(BenchmarkEvent.Refused refused) {
        BenchmarkId id = refused.benchmark();
        objects.delete(id, CropBlocks.blocksFor(records.get(id).images()));
    }

    /// Destroys the images and their key. Reports on the benchmark stay: they are numbers. Doing it twice is
    /// fine.
    public void delete(BenchmarkId id) {
        objects.delete(id, CropBlocks.blocksFor(records.deleted(id).images()));
    }

    /// @throws BenchmarkNotFound if there is none
    @Transactional(readOnly = true)
    public BenchmarkView get(BenchmarkId id) {
        return benchmarks
                .findById(id.value())
                .orElseThrow(() -> new BenchmarkNotFound(id))
                .view();
    }

    /// @throws BenchmarkNotFound if there is none
    /// @throws BenchmarkProblem.BenchmarkNotReady if its images are not all there, or not any more
    @Transactional(readOnly = true)
    public BenchmarkView requireReady(BenchmarkId id) {
        Benchmark benchmark = benchmarks.findById(id.value()).orElseThrow(() -> new BenchmarkNotFound(id));
        benchmark.requireReady();
        return benchmark.view();
    }

    /// Opens it to be measured on.
    ///
    /// @throws BenchmarkProblem.BenchmarkNotReady if its images are not all there, or not any more
    public BenchmarkImages open(BenchmarkId id) {
        return new BenchmarkImages(objects, id, records.ready(id).key());
    }

    /// Those of people who agreed to be in them, deleted ones too.
    @Transactional(readOnly = true)
    public List<BenchmarkId> restingOnConsent() {
        return benchmarks.withBasis(LegalBasis.CONSENT).stream()
                .map(BenchmarkId::new)
                .toList();
    }

    /// What they are called, deleted ones too.
    @Transactional(readOnly = true)
    public Map<BenchmarkId, String> names(Collection<BenchmarkId> ids) {
        return benchmarks.findAllById(ids.stream().map(BenchmarkId::value).toList()).stream()
                .collect(Collectors.toMap(Benchmark::id, Benchmark::name));
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public PageView<BenchmarkView> list(int page, int size) {
        return PageView.of(
                benchmarks.findAllByOrderByLifeCreatedAtDescIdAsc(PageRequest.of(page, size)), Benchmark::view);
    }

    /// Those that can be scored on, by name.
    ///
    /// @param part  of a name, in any case; empty for all
    @Transactional(readOnly = true)
    public Choice<BenchmarkView> ready(String part) {
        return Choice.of(benchmarks.findReady(part.strip(), Limit.of(Choice.MOST + 1)), Benchmark::view);
    }

    /// The same of all, with this one if it is one of them.
    @Transactional(readOnly = true)
    public Choice<BenchmarkView> readyWith(@Nullable BenchmarkId chosen) {
        Choice<BenchmarkView> first = ready("");
        return Optional.ofNullable(chosen)
                .flatMap(id -> benchmarks.findById(id.value()))
                .map(Benchmark::view)
                .filter(BenchmarkView::ready)
                .map(first::with)
                .orElse(first);
    }
}
