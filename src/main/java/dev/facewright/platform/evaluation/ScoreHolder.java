package dev.facewright.platform.evaluation;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.PersonalDataHolder;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Says that scores on benchmarks of people who agreed to be in them are kept by pair, and no pair says who is in it.
@Component
class ScoreHolder implements PersonalDataHolder.Unattributed {
    private final Benchmarks benchmarks;
    private final EvaluationRepository evaluations;

    ScoreHolder(Benchmarks benchmarks, EvaluationRepository evaluations) {
        this.benchmarks = benchmarks;
        this.evaluations = evaluations;
    }

    @Override
    public String name() {
        return "scores";
    }

    @Override
    public Stream<Held> unattributed() {
        List<UUID> consented =
                benchmarks.restingOnConsent().stream().map(BenchmarkId::value).toList();
        return evaluations.succeededOn(consented).stream()
                .map(id -> new Held.StoredObject(ScoreFiles.key(new EvaluationId(id))));
    }
}
