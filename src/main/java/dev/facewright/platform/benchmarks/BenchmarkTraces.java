package dev.facewright.platform.benchmarks;

import dev.facewright.platform.consent.KeptTraces;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who was in a benchmark that models were measured on.
@Component
class BenchmarkTraces implements KeptTraces {
    @Override
    public List<Kept> kept() {
        return List.of(Kept.subject("benchmark_subject.subject_id", Why.LINEAGE));
    }
}
