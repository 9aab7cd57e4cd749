package dev.facewright.platform.dashboard;

import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.consent.SubjectStatus;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.dashboard.Home.Counts;
import dev.facewright.platform.dashboard.Home.FirstStep;
import dev.facewright.platform.dashboard.Home.Running;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.evaluation.Evaluations;
import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.jobs.JobBoard;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.training.TrainingRuns;
import java.util.List;
import org.springframework.stereotype.Service;

/// Puts the first page together.
@Service
public class HomeOverview {
    private static final int MOST_OF_A_KIND = 10;

    private final Subjects subjects;
    private final Datasets datasets;
    private final TrainingRuns runs;
    private final ModelRegistry models;
    private final Benchmarks benchmarks;
    private final Evaluations evaluations;
    private final ExportBundles exports;
    private final JobBoard jobs;
    private final AttentionList attention;

    HomeOverview(
            Subjects subjects,
            Datasets datasets,
            TrainingRuns runs,
            ModelRegistry models,
            Benchmarks benchmarks,
            Evaluations evaluations,
            ExportBundles exports,
            JobBoard jobs,
            AttentionList attention) {
        this.subjects = subjects;
        this.datasets = datasets;
        this.runs = runs;
        this.models = models;
        this.benchmarks = benchmarks;
        this.evaluations = evaluations;
        this.exports = exports;
        this.jobs = jobs;
        this.attention = attention;
    }

    public Home home() {
        Counts counts = counts();
        List<Running> running =
                jobs.underWay(MOST_OF_A_KIND).stream().map(Running::of).toList();
        return new Home(counts, running, attention.list(), steps(counts));
    }

    private Counts counts() {
        return new Counts(
                subjects.count(SubjectStatus.LIVE),
                datasets.countSealedVersions(),
                runs.list(0, 1).total(),
                models.list(0, 1).total(),
                benchmarks.list(0, 1).total(),
                evaluations.list(0, 1).total(),
                exports.list(0, 1).total());
    }

    private static List<FirstStep> steps(Counts counts) {
        return List.of(
                new FirstStep("people", "people", "/people", counts.people() > 0),
                new FirstStep("dataset", "datasets", "/datasets", counts.datasetVersions() > 0),
                new FirstStep("model", "runs", "/runs", counts.models() > 0),
                new FirstStep("benchmark", "benchmarks", "/benchmarks", counts.benchmarks() > 0),
                new FirstStep("evaluation", "evaluations", "/evaluations", counts.evaluations() > 0),
                new FirstStep("export", "exports", "/exports", counts.exports() > 0));
    }
}
