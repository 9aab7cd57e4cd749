package dev.facewright.platform.training;

import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.RecipeProblem;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.jobs.JobId;
import dev.facewright.platform.jobs.JobQueue;
import dev.facewright.platform.jobs.Lives;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.training.TrainRunHandler.TrainRun;
import dev.facewright.platform.training.TrainingProblem.RecipeRefused;
import dev.facewright.platform.training.TrainingProblem.RunAlreadyEnded;
import dev.facewright.platform.training.TrainingProblem.RunNameRefused;
import dev.facewright.platform.training.TrainingProblem.RunNotFound;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Starts, cancels and shows training runs.
@Service
public class TrainingRuns {
    /// Why a run was cancelled when a person asked for it.
    static final String REQUESTED = "run-cancel-requested";

    private final RunRepository runs;
    private final RunViews views;
    private final Lives lives;
    private final RecipeJson recipes;
    private final DeviceCheck devices;
    private final Datasets datasets;
    private final ModelRegistry models;
    private final JobQueue jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TrainingRuns(
            RunRepository runs,
            RunViews views,
            Lives lives,
            RecipeJson recipes,
            DeviceCheck devices,
            Datasets datasets,
            ModelRegistry models,
            JobQueue jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.views = views;
        this.lives = lives;
        this.recipes = recipes;
        this.devices = devices;
        this.datasets = datasets;
        this.models = models;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /// Queues a run: its row, its job and its audit entry in one transaction.
    ///
    /// @throws RecipeRefused with every field that is wrong; refusals of `Datasets.requireUsable`,
    /// `Datasets.requireProven` and `ModelRegistry.requireUsable` for what it is to train on and start from
    @Transactional
    public RunId start(NewRun run) {
        requireTrainable(run);
        RunId id = RunId.random();
        JobId job = jobs.submit(TrainRun.TYPE, new TrainRun(id));
        runs.saveAndFlush(new RunRow(id, run, recipes.write(run.recipe()), job, clock.instant()));
        events.publishEvent(new RunEvent.Queued(id, run.dataset()));
        return id;
    }

    /// Stops the run within a step. Cancelling one that is already stopping changes nothing.
    ///
    /// @throws RunAlreadyEnded if there is nothing left to stop
    @Transactional
    public void cancel(RunId id) {
        RunRow row = runs.lock(id.value()).orElseThrow(() -> new RunNotFound(id));
        if (row.life().ended()) {
            throw new RunAlreadyEnded(id, row.life().status());
        }
        lives.cancel(row, REQUESTED);
    }

    /// @throws RunNotFound if there is none
    @Transactional(readOnly = true)
    public RunView get(RunId id) {
        return views.of(runs.findById(id.value()).orElseThrow(() -> new RunNotFound(id)));
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public PageView<RunView> list(int page, int size) {
        var rows = runs.findAllByOrderByLifeCreatedAtDescIdAsc(PageRequest.of(page, size));
        return new PageView<>(views.of(rows.getContent()), rows.getNumber(), rows.getSize(), rows.getTotalElements());
    }

    private void requireTrainable(NewRun run) {
        if (run.name().isBlank() || run.name().strip().length() > RunNameRefused.LONGEST) {
            throw new RunNameRefused();
        }
        List<RecipeProblem> problems = new ArrayList<>(run.recipe().problems());
        problems.addAll(devices.problems(run.recipe().device()));
        if (!problems.isEmpty()) {
            throw new RecipeRefused(problems);
        }
        datasets.requireUsable(run.dataset(), Purpose.TRAINING);
        datasets.requireProven(run.dataset());
        if (run.startFrom() != null) {
            models.requireUsable(run.startFrom());
        }
    }

    /// @param name  of the run and of the model that comes of it; never a person's
    /// @param startFrom  whose network and weights to go on from; null for a fresh network
    public record NewRun(
            String name,
            DatasetVersionId dataset,
            Recipe recipe,
            @Nullable ModelVersionId startFrom) {}
}
