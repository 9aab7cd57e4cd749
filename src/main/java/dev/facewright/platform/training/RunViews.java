package dev.facewright.platform.training;

import dev.facewright.ml.train.Recipe;
import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.jobs.Life;
import dev.facewright.platform.training.RunRepository.Pulse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts runs' rows and what they recorded last together.
@Component
class RunViews {
    private final RunRepository runs;
    private final RecipeJson recipes;

    RunViews(RunRepository runs, RecipeJson recipes) {
        this.runs = runs;
        this.recipes = recipes;
    }

    RunView of(RunRow row) {
        return of(List.of(row)).getFirst();
    }

    /// In the same order.
    List<RunView> of(List<RunRow> rows) {
        UUID[] ids = rows.stream().map(row -> row.id().value()).toArray(UUID[]::new);
        Map<UUID, Pulse> pulses =
                runs.pulses(ids).stream().collect(Collectors.toMap(Pulse::getRun, Function.identity()));
        return rows.stream().map(row -> view(row, pulses.get(row.id().value()))).toList();
    }

    private RunView view(RunRow row, @Nullable Pulse pulse) {
        Recipe recipe = recipes.read(row.recipe());
        Life life = row.life();
        return new RunView(
                row.id(),
                row.name(),
                life.status(),
                life.cancelling(),
                row.dataset(),
                row.startFrom(),
                recipe,
                progress(row, recipe, pulse),
                row.device(),
                life.createdAt(),
                life.startedAt(),
                life.endedAt(),
                life.reason(),
                detail(life),
                row.model());
    }

    private static @Nullable String detail(Life life) {
        List<String> arguments = life.failureArguments();
        return life.traceId() != null || arguments.isEmpty() ? life.traceId() : arguments.getFirst();
    }

    private static RunProgress progress(RunRow row, Recipe recipe, @Nullable Pulse pulse) {
        Life life = row.life();
        boolean running = life.status() == JobStatus.RUNNING;
        long imagesLeft = (total(life) - life.done()) * recipe.effectiveBatch();
        return new RunProgress(
                life.done(),
                total(life),
                row.epoch(),
                recipe.epochs(),
                pulse == null ? null : pulse.getLoss(),
                pulse == null ? null : pulse.getRate(),
                pulse == null ? null : pulse.getSpeed(),
                pulse == null ? null : pulse.getMemory(),
                row.dataWaitShare(),
                row.skippedSteps(),
                running && pulse != null ? secondsLeft(imagesLeft, pulse.getSpeed()) : null);
    }

    private static long total(Life life) {
        return life.total() == null ? 0 : life.total();
    }

    private static @Nullable Long secondsLeft(long images, double imagesPerSecond) {
        return imagesPerSecond <= 0 ? null : Math.round(images / imagesPerSecond);
    }
}
