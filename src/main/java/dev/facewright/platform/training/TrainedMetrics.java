package dev.facewright.platform.training;

import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.torch.TorchDevice;
import dev.facewright.ml.torch.settings.PrecisionSettings;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.Trainer.TrainingResult.Completed;
import dev.facewright.ml.train.TrainingMetrics;
import dev.facewright.ml.verify.VerificationReport;
import dev.facewright.platform.datasets.Split;
import dev.facewright.platform.models.ModelMetric;
import dev.facewright.platform.models.Protocol;
import dev.facewright.platform.models.Protocol.LastEpoch;
import dev.facewright.platform.models.Protocol.LastEpoch.Learning;
import dev.facewright.platform.models.Protocol.LastEpoch.Skipped;
import dev.facewright.platform.models.Quantity;
import dev.facewright.platform.models.Sample;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// The figures a finished run gives its model, each with how it was come by.
@Component
class TrainedMetrics {
    private final TrainingCrops crops;

    TrainedMetrics(TrainingCrops crops) {
        this.crops = crops;
    }

    /// @param device  to work out the validation images' embeddings on
    List<ModelMetric> of(RunView run, Completed completed, TorchDevice device) {
        TrainingMetrics training = completed.metrics();
        Protocol lastEpoch = lastEpoch(run, training);
        List<ModelMetric> metrics = new ArrayList<>(List.of(
                ModelMetric.of(Quantity.TRAINING_LOSS, lastEpoch, training.meanLoss()),
                ModelMetric.of(accuracy(run), lastEpoch, training.accuracy()),
                ModelMetric.of(
                        Quantity.TRAINING_DATA_WAIT,
                        new Protocol.StepTimes(trainingImages(run)),
                        training.dataWaitShare())));
        CropSource validation = crops.open(run, Split.VALIDATION);
        ValidationPairs.of(validation, run.recipe().seed())
                .map(pairs -> pairs.evaluate(completed.model(), validation, device))
                .ifPresent(report -> metrics.addAll(validated(run, report)));
        return metrics;
    }

    private static Quantity accuracy(RunView run) {
        return run.recipe().objective().labelled() ? Quantity.TRAINING_ACCURACY : Quantity.CONTRASTIVE_ACCURACY;
    }

    private static Protocol lastEpoch(RunView run, TrainingMetrics training) {
        Recipe recipe = run.recipe();
        Skipped skipped = recipe.precision().type() == PrecisionSettings.Type.FP16
                ? new Skipped(training.skippedSteps(), training.steps())
                : null;
        boolean averaged = recipe.optimiser().emaDecay() > 0;
        return new LastEpoch(trainingImages(run), learning(run), skipped, averaged);
    }

    private static Learning learning(RunView run) {
        return switch (run.recipe().objective().kind()) {
            case SUPERVISED -> Learning.SUPERVISED;
            case SIMCLR -> Learning.SIMCLR;
            case MOCO -> Learning.MOCO;
        };
    }

    private static Sample.Images trainingImages(RunView run) {
        return new Sample.Images(run.dataset(), Split.TRAIN);
    }

    private static List<ModelMetric> validated(RunView run, VerificationReport report) {
        var protocol = new Protocol.ValidationPairs(
                new Sample.Images(run.dataset(), Split.VALIDATION),
                report.genuine(),
                report.impostors(),
                report.folds().size());
        return List.of(
                ModelMetric.of(Quantity.VALIDATION_ACCURACY, protocol, report.meanAccuracy()),
                ModelMetric.of(Quantity.VALIDATION_AUC, protocol, report.auc()),
                ModelMetric.of(Quantity.VALIDATION_EQUAL_ERROR_RATE, protocol, report.equalErrorRate()));
    }
}
