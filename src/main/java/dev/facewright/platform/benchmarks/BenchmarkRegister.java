package dev.facewright.platform.benchmarks;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectOwner.Kind;
import dev.facewright.platform.storage.ObjectRegister;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What benchmarks have that arrive, are ingested or are held.
@Component
class BenchmarkRegister implements ObjectRegister {
    private static final int NAME = 2;

    private final BenchmarkRepository benchmarks;
    private final BenchmarkRecords records;

    BenchmarkRegister(BenchmarkRepository benchmarks, BenchmarkRecords records) {
        this.benchmarks = benchmarks;
        this.records = records;
    }

    @Override
    public String name() {
        return "benchmarks";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.BENCHMARK);
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        Map<UUID, Benchmark> held = benchmarks
                .held(keys.stream().flatMap(BenchmarkRegister::id).toList())
                .stream()
                .collect(Collectors.toMap(row -> row.id().value(), Function.identity()));
        return keys.stream()
                .filter(key -> id(key).anyMatch(id -> held.containsKey(id)
                        && BenchmarkObjects.has(
                                key.part(NAME), held.get(id).life().ended())))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> knownKeys(Collection<OwnedKey> keys) {
        return benchmarks.held(keys.stream().map(OwnedKey::owner).toList()).stream()
                .map(row -> row.dataKey().value())
                .collect(Collectors.toSet());
    }

    @Override
    public void abandoned(ObjectKey key) {
        id(key).forEach(id -> records.abandoned(new BenchmarkId(id)));
    }

    private static Stream<UUID> id(ObjectKey key) {
        return key.owner().filter(owner -> owner.kind() == Kind.BENCHMARK).map(ObjectOwner::id).stream();
    }
}
