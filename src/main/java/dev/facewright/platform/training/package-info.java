/// Training runs from recipe to registered model, and models brought in from elsewhere.
/// Adapts the library's trainer to the queue, the object store and the registry; knows no tensor itself.
@ApplicationModule(allowedDependencies = {"kernel", "consent", "datasets", "models", "storage", "jobs"})
@NullMarked
package dev.facewright.platform.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
