package dev.facewright.bench;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.head.ArcFace;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/// DJL as its documentation says: a block, a trainer, a gradient collector, some hundreds of native calls a
/// step.
final class EagerContender implements StepContender {
    private final Model model;
    private final Trainer trainer;
    private final Loss loss = Loss.softmaxCrossEntropyLoss();
    private boolean stateExists;

    private EagerContender(Model model, Trainer trainer) {
        this.model = model;
        this.trainer = trainer;
    }

    static StepContender make(FaceModel face, ArcFace head) {
        EagerBlock block = new EagerBlock(face, head, Shapes.embeddingDimensions(face));
        Model model = Model.newInstance("eager", Device.cpu(), "PyTorch");
        model.setBlock(block);
        block.fill(model.getNDManager());
        Optimizer sgd = Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed((float) LEARNING_RATE))
                .optMomentum((float) MOMENTUM)
                .optWeightDecays((float) WEIGHT_DECAY)
                .build();
        var config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(sgd)
                .optDevices(new Device[] {Device.cpu()});
        return new EagerContender(model, model.newTrainer(config));
    }

    @Override
    public double step(FloatBuffer images, long[] labels) {
        // Without a scope each step leaks its gradients; with one in the first step the optimiser loses its momentum.
        if (stateExists) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                return stepInScope(images, labels);
            }
        }
        stateExists = true;
        return stepInScope(images, labels);
    }

    private double stepInScope(FloatBuffer images, long[] labels) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            var bytes = MemorySegment.ofBuffer(images).asByteBuffer().order(ByteOrder.nativeOrder());
            NDArray input = manager.create(bytes, new Shape(labels.length, 3, 112, 112), DataType.FLOAT32);
            NDArray target = manager.create(labels);
            float value;
            try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDList logits = trainer.forward(new NDList(input, target));
                NDArray mean = loss.evaluate(new NDList(target), logits);
                gradients.backward(mean);
                value = mean.getFloat();
            }
            trainer.step();
            return value;
        }
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
