package dev.facewright.platform.training;

import dev.facewright.ml.torch.TrainingDevices;
import dev.facewright.ml.train.Checkpoint;
import dev.facewright.ml.train.EpochReport;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.Setback;
import dev.facewright.ml.train.StepReport;
import dev.facewright.ml.train.TrainingObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Hears every step of one attempt and writes down what people can make use of: what it trains on, at most four steps
/// a second, in batches, and every epoch and checkpoint.
class RunRecorder implements TrainingObserver {
    private static final long BETWEEN_STEPS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long BETWEEN_WRITES = TimeUnit.MILLISECONDS.toNanos(500);

    private final RunId run;
    private final Recipe recipe;
    private final RunMetrics metrics;
    private final Checkpoints checkpoints;
    private final RunRecords records;
    private final LongSupplier nanoTime;
    private final List<StepReport> kept = new ArrayList<>();
    private @Nullable StepReport latest;
    private long keptAt;
    private long wroteAt;

    RunRecorder(
            RunId run,
            Recipe recipe,
            RunRecords records,
            RunMetrics metrics,
            Checkpoints checkpoints,
            LongSupplier nanoTime) {
        this.run = run;
        this.recipe = recipe;
        this.metrics = metrics;
        this.checkpoints = checkpoints;
        this.records = records;
        this.nanoTime = nanoTime;
        this.keptAt = nanoTime.getAsLong() - BETWEEN_STEPS;
        this.wroteAt = nanoTime.getAsLong() - BETWEEN_WRITES;
    }

    @Override
    public void onDevices(TrainingDevices devices) {
        records.trainsOn(run, devices.toString());
    }

    @Override
    public void onStep(StepReport report) {
        latest = report;
        long now = nanoTime.getAsLong();
        boolean lastOfEpoch = report.step() + 1 == report.stepsPerEpoch();
        if (lastOfEpoch || now - keptAt >= BETWEEN_STEPS) {
            kept.add(report);
            keptAt = now;
        }
        if (now - wroteAt >= BETWEEN_WRITES) {
            write();
            wroteAt = now;
        }
    }

    @Override
    public void onEpoch(EpochReport report) {
        write();
        metrics.add(run, report);
    }

    @Override
    public void onCheckpoint(Checkpoint checkpoint) {
        write();
        checkpoints.save(run, checkpoint, recipe.checkpoints());
    }

    @Override
    public void onSetback(Setback setback) {
        write();
        latest = null;
        checkpoints.forgetAfter(run, setback.goesOnFrom().globalStep());
        records.setBack(run, setback);
    }

    /// Writes what is left of an attempt that ends.
    void write() {
        StepReport last = latest;
        if (last == null) {
            return;
        }
        if (!kept.isEmpty()) {
            metrics.add(run, kept);
            kept.clear();
        }
        records.progressed(run, last, recipe.epochs());
    }
}
