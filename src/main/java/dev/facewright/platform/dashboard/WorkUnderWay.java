package dev.facewright.platform.dashboard;

import dev.facewright.platform.benchmarks.BenchmarkStatus;
import dev.facewright.platform.benchmarks.BenchmarkView;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.dashboard.Home.Running;
import dev.facewright.platform.datasets.RecentUploads;
import dev.facewright.platform.datasets.UploadStatus;
import dev.facewright.platform.datasets.UploadView;
import dev.facewright.platform.evaluation.EvaluationStatus;
import dev.facewright.platform.evaluation.EvaluationView;
import dev.facewright.platform.evaluation.Evaluations;
import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.export.ExportStatus;
import dev.facewright.platform.export.ExportView;
import dev.facewright.platform.training.RunStatus;
import dev.facewright.platform.training.RunView;
import dev.facewright.platform.training.TrainingRuns;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What is running or waiting to, of every kind, the newest of each.
@Component
class WorkUnderWay {
    private static final int MOST_OF_A_KIND = 10;
    private static final int RECENT = 50;

    private final RecentUploads uploads;
    private final TrainingRuns runs;
    private final Benchmarks benchmarks;
    private final Evaluations evaluations;
    private final ExportBundles exports;

    WorkUnderWay(
            RecentUploads uploads,
            TrainingRuns runs,
            Benchmarks benchmarks,
            Evaluations evaluations,
            ExportBundles exports) {
        this.uploads = uploads;
        this.runs = runs;
        this.benchmarks = benchmarks;
        this.evaluations = evaluations;
        this.exports = exports;
    }

    List<Running> list() {
        return Stream.of(uploads(), runs(), benchmarks(), evaluations(), exports())
                .flatMap(kind -> kind.limit(MOST_OF_A_KIND))
                .toList();
    }

    private Stream<Running> uploads() {
        return uploads.underWay(MOST_OF_A_KIND).stream().map(WorkUnderWay::running);
    }

    private Stream<Running> runs() {
        return runs.underWay(MOST_OF_A_KIND).stream().map(WorkUnderWay::running);
    }

    private Stream<Running> benchmarks() {
        return benchmarks.list(0, RECENT).items().stream()
                .filter(BenchmarkView::underWay)
                .map(WorkUnderWay::running);
    }

    private Stream<Running> evaluations() {
        return evaluations.in(Set.of(EvaluationStatus.QUEUED, EvaluationStatus.RUNNING), MOST_OF_A_KIND).stream()
                .map(WorkUnderWay::running);
    }

    private Stream<Running> exports() {
        return exports.in(Set.of(ExportStatus.QUEUED, ExportStatus.RUNNING), MOST_OF_A_KIND).stream()
                .map(WorkUnderWay::running);
    }

    private static Running running(UploadView upload) {
        Integer total = upload.total();
        return new Running(
                "datasets",
                upload.id().toString(),
                "/datasets/" + upload.dataset(),
                upload.status() == UploadStatus.QUEUED,
                total == null ? 0 : share(upload.processed(), total));
    }

    private static Running running(RunView run) {
        return new Running(
                "runs",
                run.name(),
                "/runs/" + run.id(),
                run.status() == RunStatus.QUEUED,
                run.progress().share());
    }

    private static Running running(BenchmarkView benchmark) {
        return new Running(
                "benchmarks",
                benchmark.name(),
                "/benchmarks/" + benchmark.id(),
                benchmark.status() == BenchmarkStatus.UPLOADING,
                share(benchmark.imagesDone(), benchmark.images()));
    }

    private static Running running(EvaluationView evaluation) {
        return new Running(
                "evaluations",
                evaluation.benchmarkName(),
                "/evaluations/" + evaluation.id(),
                evaluation.status() == EvaluationStatus.QUEUED,
                share(evaluation.imagesDone(), evaluation.images()));
    }

    private static Running running(ExportView export) {
        return new Running(
                "exports", export.modelName(), "/exports/" + export.id(), export.status() == ExportStatus.QUEUED, 0);
    }

    private static double share(int done, int all) {
        return all == 0 ? 0 : (double) done / all;
    }
}
