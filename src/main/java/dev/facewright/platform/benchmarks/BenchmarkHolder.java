package dev.facewright.platform.benchmarks;

import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The benchmarks that a person is in. They go as a whole: one without some of its pairs would be another benchmark
/// under the same name. That the person was in it stays, as with sealed versions.
///
/// One of people who agreed to it, from before these were named, cannot be searched for one person: it is told as such.
@Component
class BenchmarkHolder implements PersonalDataHolder {
    private final BenchmarkRepository rows;
    private final Benchmarks benchmarks;
    private final ObjectStore store;

    BenchmarkHolder(BenchmarkRepository rows, Benchmarks benchmarks, ObjectStore store) {
        this.rows = rows;
        this.benchmarks = benchmarks;
        this.store = store;
    }

    @Override
    public String name() {
        return "benchmarks";
    }

    @Override
    public void erase(SubjectId subject) {
        benchmarks.with(subject).forEach(benchmarks::delete);
    }

    @Override
    public Stream<Held> find(SubjectId subject) {
        return benchmarks.with(subject).stream().flatMap(this::held);
    }

    private Stream<Held> held(BenchmarkId id) {
        boolean deleted = benchmarks.get(id).status() == BenchmarkStatus.DELETED;
        Stream<Held> row = deleted ? Stream.empty() : Stream.of(new Held.Row("benchmark", id.toString()));
        return Stream.concat(row, objects(id).stream());
    }

    private List<Held> objects(BenchmarkId id) {
        try (var listed = store.list(ObjectOwner.benchmark(id.value()))) {
            return listed.<Held>map(object -> new Held.StoredObject(object.key()))
                    .toList();
        }
    }

    @Override
    public Stream<Held> unattributed() {
        return rows.holdingImagesOfNobodyNamed().stream().map(id -> new Held.Row("benchmark", id.toString()));
    }
}
