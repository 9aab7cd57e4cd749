/// What model versions score on benchmarks: evaluations, run by workers, and their reports.
/// A report stays when its benchmark is deleted, and says so when its model is quarantined.
@ApplicationModule(allowedDependencies = {"kernel", "consent", "benchmarks", "models", "storage", "jobs"})
@NullMarked
package dev.facewright.platform.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
