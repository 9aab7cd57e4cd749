package dev.facewright.platform.training;

import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.torch.TorchDevice;
import dev.facewright.ml.torch.settings.PrecisionSettings;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.TrainingMetrics;
import dev.facewright.ml.train.TrainingResult.Completed;
import dev.facewright.ml.verify.VerificationReport;
import dev.facewright.platform.datasets.Split;
import dev.facewright.platform.models.ModelMetric;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// The figures a finished run gives its model, each with how it was come by.
@Component
class TrainedMetrics {
    private static final String LAST_EPOCH = "last epoch over the training images, augmented";

    private static final String DATA_WAIT =
            "share of the time in training steps that went into waiting for images, since the run's last start";

    private final TrainingCrops crops;

    TrainedMetrics(TrainingCrops crops) {
        this.crops = crops;
    }

    /// @param device  to work out the validation images' embeddings on
    List<ModelMetric> of(RunView run, Completed completed, TorchDevice device) {
        TrainingMetrics training = completed.metrics();
        List<ModelMetric> metrics = new ArrayList<>(List.of(
                new ModelMetric("training-loss", training.meanLoss(), lastEpoch(run, training)),
                accuracy(run, training),
                new ModelMetric("training-data-wait", training.dataWaitShare(), DATA_WAIT)));
        CropSource validation = crops.open(run.dataset(), Split.VALIDATION);
        ValidationPairs.of(validation, run.recipe().seed())
                .map(pairs -> pairs.evaluate(completed.model(), validation, device))
                .ifPresent(report -> metrics.addAll(validated(report)));
        return metrics;
    }

    private static ModelMetric accuracy(RunView run, TrainingMetrics training) {
        String name = run.recipe().objective().labelled() ? "training-accuracy" : "contrastive-accuracy";
        return new ModelMetric(name, training.accuracy(), lastEpoch(run, training));
    }

    private static String lastEpoch(RunView run, TrainingMetrics training) {
        Recipe recipe = run.recipe();
        String skipped = recipe.precision().type() == PrecisionSettings.Type.FP16
                ? "; float16, " + training.skippedSteps() + " of " + training.steps() + " steps skipped for overflow"
                : "";
        String averaged = recipe.optimiser().emaDecay() > 0
                ? "; by the weights in training, of which the model carries the moving average"
                : "";
        return what(run) + skipped + averaged;
    }

    private static String what(RunView run) {
        return switch (run.recipe().objective().kind()) {
            case SUPERVISED -> LAST_EPOCH;
            case SIMCLR -> LAST_EPOCH + ", SimCLR: each image's first view to find its second among the batch's views";
            case MOCO -> LAST_EPOCH + ", MoCo v2: each image's first view to find its second among the queue's keys";
        };
    }

    private static List<ModelMetric> validated(VerificationReport report) {
        String protocol = "verification on the validation split, other images of the same people: " + report.genuine()
                + " genuine and " + report.impostors() + " impostor pairs, "
                + report.folds().size() + " folds";
        return List.of(
                new ModelMetric("validation-accuracy", report.meanAccuracy(), protocol),
                new ModelMetric("validation-auc", report.auc(), protocol),
                new ModelMetric("validation-equal-error-rate", report.equalErrorRate(), protocol));
    }
}
