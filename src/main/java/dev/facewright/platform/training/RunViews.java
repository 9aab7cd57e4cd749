package dev.facewright.platform.training;

import dev.facewright.ml.train.Recipe;
import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.jobs.Life;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Puts a run's row and its progress together.
@Component
class RunViews {
    private static final String PROGRESS = """
            select p.epoch, p.data_wait_share, p.skipped_steps, latest.loss, latest.learning_rate, latest.resident_bytes,
                recent.speed
            from run_progress p
            left join lateral (
                select * from run_step_metric m where m.run_id = p.run_id order by global_step desc limit 1) latest on true
            left join lateral (
                select avg(images_per_second) as speed from (
                    select images_per_second from run_step_metric m
                    where m.run_id = p.run_id order by global_step desc limit 20) twenty) recent on true
            where p.run_id = ?""";

    private final JdbcClient jdbc;
    private final RecipeJson recipes;

    RunViews(JdbcClient jdbc, RecipeJson recipes) {
        this.jdbc = jdbc;
        this.recipes = recipes;
    }

    RunView of(RunRow row) {
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
                progress(row, recipe),
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

    private RunProgress progress(RunRow row, Recipe recipe) {
        Life life = row.life();
        return jdbc.sql(PROGRESS)
                .param(row.id().value())
                .query((found, number) -> progress(found, recipe, life))
                .optional()
                .orElseGet(() ->
                        new RunProgress(0, total(life), 0, recipe.epochs(), null, null, null, null, null, 0, null));
    }

    private static RunProgress progress(ResultSet row, Recipe recipe, Life life) throws SQLException {
        Double speed = row.getObject("speed", Double.class);
        boolean running = life.status() == JobStatus.RUNNING;
        return new RunProgress(
                life.done(),
                total(life),
                row.getInt("epoch"),
                recipe.epochs(),
                row.getObject("loss", Double.class),
                row.getObject("learning_rate", Double.class),
                speed,
                row.getObject("resident_bytes", Long.class),
                row.getObject("data_wait_share", Double.class),
                row.getLong("skipped_steps"),
                running ? secondsLeft((total(life) - life.done()) * recipe.effectiveBatch(), speed) : null);
    }

    private static long total(Life life) {
        return life.total() == null ? 0 : life.total();
    }

    private static @Nullable Long secondsLeft(long images, @Nullable Double imagesPerSecond) {
        return imagesPerSecond == null || imagesPerSecond <= 0 ? null : Math.round(images / imagesPerSecond);
    }
}
