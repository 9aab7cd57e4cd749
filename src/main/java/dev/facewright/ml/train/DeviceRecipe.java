package dev.facewright.ml.train;

import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.torch.TrainingDevices;
import dev.facewright.ml.train.RecipeProblem.Rule;
import java.util.List;

/// What a run is to train on. No part of what it learns: a run may go on elsewhere from its checkpoint.
///
/// @param devices  that share each batch, an equal part each; norms then see a part at a time
public record DeviceRecipe(Kind kind, int devices) {
    public enum Kind {
        /// GPUs where the process has them, the processor elsewhere.
        AUTO,
        /// The processor, which is one device.
        CPU,
        /// GPUs of NVIDIA's, or the run is refused.
        CUDA
    }

    static final int MOST = 8;

    /// One device, whichever there is.
    public static DeviceRecipe defaults() {
        return new DeviceRecipe(Kind.AUTO, 1);
    }

    /// Whether it depends on the process if it can be trained on.
    public boolean needsGpu() {
        return kind == Kind.CUDA || devices > 1;
    }

    /// What a process lacks for it; empty when nothing is.
    ///
    /// @param gpus  that the process has
    public List<RecipeProblem> missing(int gpus) {
        FieldChecks checks = new FieldChecks();
        if (needsGpu() && kind != Kind.CPU) {
            if (gpus == 0) {
                checks.add(
                        devices > 1 ? "devices" : "kind",
                        Rule.NO_GPU,
                        List.of(),
                        "needs a GPU, and this process has none: build and start it with -Pcuda on a machine with an"
                                + " NVIDIA driver and CUDA 12.8 or newer, or choose one device and AUTO or CPU");
            } else if (gpus < devices) {
                checks.add(
                        "devices",
                        Rule.TOO_FEW_GPUS,
                        List.of(devices, gpus),
                        "asks for " + devices + " GPUs, and this process has " + gpus + ": ask for no more");
            }
        }
        return checks.problems().stream().map(problem -> problem.in("device")).toList();
    }

    /// @param gpus  that this process has
    /// @throws DeviceNotFound if it has not what is asked for
    public TrainingDevices choose(int gpus) {
        missing(gpus).stream().findFirst().ifPresent(problem -> {
            throw new DeviceNotFound(problem);
        });
        return switch (kind) {
            case CPU -> TrainingDevices.CPU;
            case CUDA -> TrainingDevices.cuda(devices);
            case AUTO -> gpus == 0 ? TrainingDevices.CPU : TrainingDevices.cuda(devices);
        };
    }

    /// @param objective  of the recipe it is part of, as the head
    List<RecipeProblem> problems(ObjectiveRecipe objective, HeadRecipe head) {
        FieldChecks checks = new FieldChecks();
        checks.range("devices", devices, 1, MOST, "it counts GPUs, not threads or images; 1 is usual");
        if (devices > 1 && kind == Kind.CPU) {
            one(checks, "the processor is one device, however many cores it has");
        } else if (devices > 1 && !objective.labelled()) {
            one(checks, "views are contrasted over a whole batch, which devices cannot share");
        } else if (devices > 1 && head.problems().isEmpty()) {
            shared(checks, head);
        }
        return checks.problems();
    }

    private static void shared(FieldChecks checks, HeadRecipe head) {
        if (head.options().of(PartialFc.RATE) < 1) {
            one(checks, "sampled centres stay on one device; or set head.centreSamplingRate to 1");
        } else if (head.head(2, 0).lengths().isPresent()) {
            one(checks, head.name() + " follows the lengths of all embeddings in their order");
        }
    }

    private static void one(FieldChecks checks, String why) {
        checks.add("devices", Rule.ONE_DEVICE, List.of(), "must be 1: " + why);
    }

    /// This process lacks the device that a recipe asks for; another one may have it.
    public static final class DeviceNotFound extends RuntimeException {
        DeviceNotFound(RecipeProblem problem) {
            super(problem.field() + " " + problem.message());
        }
    }
}
