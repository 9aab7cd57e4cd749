package dev.facewright.platform.evaluation;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.evaluation.EvaluationProblem.EvaluationNotFinished;
import dev.facewright.platform.evaluation.EvaluationProblem.EvaluationNotFound;
import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.kernel.UniqueRule;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersion.Label;
import dev.facewright.platform.models.ModelVersionId;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Evaluations of model versions on benchmarks, and their reports.
@Service
public class Evaluations {
    private static final String MODEL_ENDED = "model-quarantined";
    private static final UniqueRule UNDER_WAY = new UniqueRule("evaluation_under_way");

    private final EvaluationRecords records;
    private final EvaluationRepository evaluations;
    private final Benchmarks benchmarks;
    private final ModelRegistry models;
    private final ScoreFiles scores;

    Evaluations(
            EvaluationRecords records,
            EvaluationRepository evaluations,
            Benchmarks benchmarks,
            ModelRegistry models,
            ScoreFiles scores) {
        this.records = records;
        this.evaluations = evaluations;
        this.benchmarks = benchmarks;
        this.models = models;
        this.scores = scores;
    }

    /// Queues an evaluation; a worker makes the report.
    ///
    /// @throws dev.facewright.platform.models.ModelProblem.ModelQuarantined if the model may not be used any more
    /// @throws BenchmarkNotReady if the benchmark's images are not all there
    /// @throws EvaluationProblem.EvaluationUnderWay if the same is being done
    public EvaluationId start(ModelVersionId model, BenchmarkId benchmark, EvaluationOptions options) {
        return UNDER_WAY.lookAgain(() -> records.queue(model, benchmark, options));
    }

    /// Stops within a batch. One that has ended stays as it is.
    public void cancel(EvaluationId id) {
        records.cancel(id);
    }

    /// @throws EvaluationNotFound if there is none
    @Transactional(readOnly = true)
    public EvaluationView get(EvaluationId id) {
        return views(List.of(require(id))).getFirst();
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public PageView<EvaluationView> list(int page, int size) {
        return view(evaluations.findAllByOrderByLifeCreatedAtDescIdAsc(PageRequest.of(page, size)));
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public PageView<EvaluationView> ofModel(ModelVersionId model, int page, int size) {
        return view(evaluations.findByModelVersionIdOrderByLifeCreatedAtDescIdAsc(
                model.value(), PageRequest.of(page, size)));
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public PageView<EvaluationView> onBenchmark(BenchmarkId benchmark, int page, int size) {
        return view(evaluations.findByBenchmarkIdOrderByLifeCreatedAtDescIdAsc(
                benchmark.value(), PageRequest.of(page, size)));
    }

    /// The score of every pair, as gzipped CSV: `pair,fold,genuine,score`. The caller closes the stream.
    ///
    /// @throws EvaluationNotFinished if there are none
    /// @throws dev.facewright.platform.models.ModelProblem.ModelQuarantined if the model may not be used any more
    @Transactional(readOnly = true)
    public InputStream openScores(EvaluationId id) {
        EvaluationView view = get(id);
        if (view.status() != JobStatus.SUCCEEDED) {
            throw new EvaluationNotFinished(id, view.status());
        }
        models.requireUsable(view.model());
        benchmarks.requireLive(view.benchmark());
        return scores.open(id);
    }

    private PageView<EvaluationView> view(Page<Evaluation> found) {
        return new PageView<>(views(found.getContent()), found.getNumber(), found.getSize(), found.getTotalElements());
    }

    private List<EvaluationView> views(List<Evaluation> found) {
        Map<BenchmarkId, String> names = benchmarks.names(
                found.stream().map(Evaluation::benchmark).distinct().toList());
        Map<ModelVersionId, Label> of = models.labels(found.stream().map(Evaluation::model));
        Set<BenchmarkId> withdrawn = benchmarks.ended(names.keySet());
        return found.stream()
                .map(each -> each.view(names.getOrDefault(each.benchmark(), ""), ended(each, of, withdrawn)))
                .toList();
    }

    private static @Nullable String ended(
            Evaluation evaluation, Map<ModelVersionId, Label> of, Set<BenchmarkId> withdrawn) {
        if (withdrawn.contains(evaluation.benchmark())) {
            return EvaluationView.BENCHMARK_ENDED;
        }
        return Objects.requireNonNull(of.get(evaluation.model())).usable() ? null : MODEL_ENDED;
    }

    private Evaluation require(EvaluationId id) {
        return evaluations.findById(id.value()).orElseThrow(() -> new EvaluationNotFound(id));
    }
}
