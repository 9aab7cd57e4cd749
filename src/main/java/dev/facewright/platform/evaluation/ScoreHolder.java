package dev.facewright.platform.evaluation;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.storage.ObjectStore;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The scores by pair on benchmarks that a person is in. Reports stay: they are numbers about many.
///
/// On benchmarks from before their people were named, scores of people who agreed are kept without saying whose.
@Component
class ScoreHolder implements PersonalDataHolder {
    private final Benchmarks benchmarks;
    private final EvaluationRepository evaluations;
    private final ScoreFiles scores;
    private final ObjectStore store;

    ScoreHolder(Benchmarks benchmarks, EvaluationRepository evaluations, ScoreFiles scores, ObjectStore store) {
        this.benchmarks = benchmarks;
        this.evaluations = evaluations;
        this.scores = scores;
        this.store = store;
    }

    @Override
    public String name() {
        return "scores";
    }

    @Override
    public void erase(SubjectId subject) {
        on(benchmarks.with(subject)).forEach(scores::delete);
    }

    @Override
    public Stream<Held> find(SubjectId subject) {
        return files(benchmarks.with(subject));
    }

    @Override
    public Stream<Held> unattributed() {
        return files(benchmarks.ofNobodyNamed());
    }

    private Stream<Held> files(List<BenchmarkId> scored) {
        return on(scored).map(ScoreFiles::key).filter(store::exists).map(Held.StoredObject::new);
    }

    private Stream<EvaluationId> on(List<BenchmarkId> scored) {
        return evaluations.succeededOn(scored.stream().map(BenchmarkId::value).toList()).stream()
                .map(EvaluationId::new);
    }
}
