package dev.facewright.platform.training;

import dev.facewright.ml.torch.TorchEngine;
import dev.facewright.ml.train.DeviceRecipe;
import dev.facewright.ml.train.RecipeProblem;
import dev.facewright.platform.kernel.ServerSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/// Refuses what this process could not train on before it is queued. A process that takes no jobs cannot know: there
/// it is left to the worker.
@Component
class DeviceCheck {
    private final boolean takesJobs;

    DeviceCheck(ServerSettings server) {
        this.takesJobs = server.role().runsJobs();
    }

    /// What is missing; the engine is only started where a GPU is asked for.
    List<RecipeProblem> problems(DeviceRecipe device) {
        return takesJobs && device.needsGpu() ? device.missing(TorchEngine.gpus()) : List.of();
    }
}
