/// The registry of model versions: their weights, where they come from, what they score, and whether they may
/// be used. Knows no network: weights are opaque bytes that training hands in and others load.
///
/// Whether a model may be used is asked in one place, `LiveModels`: it rests on every dataset version in its line, and
/// on the consents these name. Its row says `QUARANTINED` when a person has taken it out of use, or once somebody has
/// heard of an ended consent; the gate does not wait for that.
@ApplicationModule(allowedDependencies = {"kernel", "consent", "erasure", "datasets", "benchmarks", "storage"})
@NullMarked
package dev.facewright.platform.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
