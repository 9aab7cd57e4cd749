/// Benchmarks held apart from training data, and what model versions score on them.
/// Nothing stored here can be reached by `datasets` or `training`: own tables, own objects, own data keys.
@ApplicationModule(allowedDependencies = {"kernel", "datasets", "datasets :: archive", "models", "storage", "jobs"})
@NullMarked
package dev.facewright.platform.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
