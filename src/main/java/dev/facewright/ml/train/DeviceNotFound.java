package dev.facewright.ml.train;

/// This process lacks the device that a recipe asks for; another one may have it.
public final class DeviceNotFound extends RuntimeException {
    DeviceNotFound(RecipeProblem problem) {
        super(problem.field() + " " + problem.message());
    }
}
