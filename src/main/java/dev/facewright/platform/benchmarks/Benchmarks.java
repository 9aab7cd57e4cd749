package dev.facewright.platform.benchmarks;

import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkNotFound;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.kernel.Choice;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.kernel.UniqueRule;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
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
    private final Clock clock;

    Benchmarks(BenchmarkRecords records, BenchmarkObjects objects, BenchmarkRepository benchmarks, Clock clock) {
        this.records = records;
        this.objects = objects;
        this.benchmarks = benchmarks;
        this.clock = clock;
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
        return views(List.of(benchmarks.findById(id.value()).orElseThrow(() -> new BenchmarkNotFound(id))))
                .getFirst();
    }

    /// @throws BenchmarkNotFound if there is none
    /// @throws BenchmarkProblem.BenchmarkNotReady if its images are not all there, or not any more
    @Transactional(readOnly = true)
    public BenchmarkView requireReady(BenchmarkId id) {
        records.ready(id);
        return get(id);
    }

    /// Opens it to be measured on.
    ///
    /// @throws BenchmarkProblem.BenchmarkNotReady if its images are not all there, or not any more
    public BenchmarkImages open(BenchmarkId id) {
        return new BenchmarkImages(objects, id, records.ready(id).key(), () -> records.ready(id));
    }

    /// Those of people who agreed to be in them without anybody saying who they are, deleted ones too. None is used.
    @Transactional(readOnly = true)
    public List<BenchmarkId> ofNobodyNamed() {
        return benchmarks.ofNobodyNamed().stream().map(BenchmarkId::new).toList();
    }

    /// Those with that person in them, deleted ones too.
    @Transactional(readOnly = true)
    public List<BenchmarkId> with(SubjectId subject) {
        return benchmarks.with(subject.value()).stream().map(BenchmarkId::new).toList();
    }

    /// Those of them that rest on a consent which has ended.
    @Transactional(readOnly = true)
    public Set<BenchmarkId> ended(Collection<BenchmarkId> ids) {
        UUID[] asked = ids.stream().map(BenchmarkId::value).toArray(UUID[]::new);
        return benchmarks.ended(asked, clock.instant()).stream()
                .map(BenchmarkId::new)
                .collect(Collectors.toSet());
    }

    /// @throws BenchmarkProblem.BenchmarkWithdrawn if it rests on a consent that has ended
    @Transactional(readOnly = true)
    public void requireLive(BenchmarkId id) {
        records.requireLive(id);
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
        Page<Benchmark> found = benchmarks.findAllByOrderByLifeCreatedAtDescIdAsc(PageRequest.of(page, size));
        return new PageView<>(views(found.getContent()), found.getNumber(), found.getSize(), found.getTotalElements());
    }

    /// Those that can be scored on, by name.
    ///
    /// @param part  of a name, in any case; empty for all
    @Transactional(readOnly = true)
    public Choice<BenchmarkView> ready(String part) {
        return Choice.of(
                views(benchmarks.findReady(part.strip(), clock.instant(), Choice.MOST + 1)), Function.identity());
    }

    /// The same of all, with this one if it is one of them.
    @Transactional(readOnly = true)
    public Choice<BenchmarkView> readyWith(@Nullable BenchmarkId chosen) {
        Choice<BenchmarkView> first = ready("");
        return Optional.ofNullable(chosen)
                .flatMap(id -> benchmarks.findById(id.value()))
                .map(found -> views(List.of(found)).getFirst())
                .filter(BenchmarkView::ready)
                .map(first::with)
                .orElse(first);
    }

    /// As they stand at this moment, whether or not the news of an ended consent has reached them.
    private List<BenchmarkView> views(List<Benchmark> rows) {
        Set<BenchmarkId> ended = ended(rows.stream().map(Benchmark::id).toList());
        return rows.stream().map(row -> row.view(ended.contains(row.id()))).toList();
    }
}
