package dev.facewright.platform.benchmarks;

import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.PersonalDataHolder;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Says that benchmarks of people who agreed to be in them cannot be searched for one person: nothing says who is in
/// them. They go as a whole, when someone deletes them.
@Component
class BenchmarkHolder implements PersonalDataHolder.Unattributed {
    private final BenchmarkRepository benchmarks;

    BenchmarkHolder(BenchmarkRepository benchmarks) {
        this.benchmarks = benchmarks;
    }

    @Override
    public String name() {
        return "benchmarks";
    }

    @Override
    public Stream<Held> unattributed() {
        return benchmarks.holdingImages(LegalBasis.CONSENT).stream()
                .map(id -> new Held.Row("benchmark", id.toString()));
    }
}
