package dev.facewright.platform.training;

import dev.facewright.ml.train.Recipe;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.jobs.CancelRace;
import dev.facewright.platform.training.TrainRunHandler.TrainRun;
import org.junit.jupiter.api.Test;

@FacewrightTest
record RunCancelRaceTest(CancelRace race, RunsByHand byHand, TrainRunHandler handler, TrainingRuns runs, Scene scene) {
    private static final Recipe RECIPE = TinyRecipe.epochs(1);

    @Test
    void oneMayBeCancelledWhileItBeginsOrEnds() {
        DatasetId dataset = scene.datasetOf(scene.someone(), scene.someone());
        DatasetVersionId version = scene.sealed(dataset);
        RunId first = byHand.unqueued(version, RECIPE);
        race.meetsTheBeginning(handler, new TrainRun(first), () -> runs.cancel(first));
        RunId second = byHand.unqueued(version, RECIPE);
        race.meetsTheEnd(handler, new TrainRun(second), () -> runs.cancel(second));
    }
}
