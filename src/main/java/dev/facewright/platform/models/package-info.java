/// The registry of model versions: their weights, where they come from, what they score, and whether they may
/// be used. Knows no network: weights are opaque bytes that training hands in and others load.
@ApplicationModule(allowedDependencies = {"kernel", "consent", "erasure", "datasets", "benchmarks", "storage"})
@NullMarked
package dev.facewright.platform.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
