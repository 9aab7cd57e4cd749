/// Benchmarks: what models are measured on, held apart from everything a model can be trained on.
/// Nothing stored here can be reached by `datasets` or `training`: own tables, own objects, own data keys.
@ApplicationModule(allowedDependencies = {"kernel", "datasets", "datasets :: archive", "storage", "jobs"})
@NullMarked
package dev.facewright.platform.benchmarks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
